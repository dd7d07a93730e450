package dev.garrison.history;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.DiskSync;
import dev.garrison.files.OwnerOnly;
import dev.garrison.job.JobCode;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The folder {@code service} in the state folder, which only its owner may open. Otherwise, a user
 * who can open the database could make it run code as the user of the service. On Windows it has
 * the rights of the state folder, which the installation of the service restricts: there,
 * administrators run commands for an account that cannot sign in interactively.
 */
public final class ServiceFolder {
  private static final int KEY_BYTES = 32;
  private static final String SERVING = "serves";

  /** Longest path of a socket in bytes; Linux allows 108 with the final zero byte, macOS 104. */
  private static final int LONGEST_SOCKET = 103;

  private final StateFolder state;
  private final Path path;

  private ServiceFolder(StateFolder state, Path path) {
    this.state = state;
    this.path = path;
  }

  /**
   * Opens the folder, and creates it where it is missing.
   *
   * @throws RefusalException where it cannot be created, or not be closed to others
   */
  public static ServiceFolder in(StateFolder state) {
    Path folder = state.made().resolve("service");
    try {
      OwnerOnly.folder(folder);
      closeToOthers(folder, "rwx------");
      return new ServiceFolder(state, folder);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /**
   * Address at which the process that has the history open accepts other processes of this user.
   *
   * @param port of the loopback address; 0: by the socket in the folder
   * @param serves whether that process runs jobs at their times
   * @param secret with a port, the first message of the connecting process
   */
  private record Publication(int port, boolean serves, Optional<String> secret) {
    @Override
    public String toString() {
      return "port " + port;
    }
  }

  /** The folder as it is, for reading; nothing is created. */
  public static ServiceFolder at(StateFolder state) {
    return new ServiceFolder(state, state.path().toAbsolutePath().resolve("service"));
  }

  private static void closeToOthers(Path file, String rights) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix != null) {
      posix.setPermissions(PosixFilePermissions.fromString(rights));
    }
  }

  /** The state folder that contains this folder. */
  public StateFolder state() {
    return state;
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** Creates a random password of letters and digits. */
  private static String password() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * The password of the database's owner; created with the database, and written to disk before it.
   *
   * @param isThere whether there is a database: without its key it cannot be opened
   */
  String key(boolean isThere) {
    Path file = path.resolve("database.key");
    try {
      if (!Files.exists(file)) {
        if (isThere) {
          throw unusable(file, new IOException("it is gone, and the database is locked with it"));
        }
        DiskSync.replace(file, password());
      }
      return Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /**
   * Opens an address at which other processes of this user can connect. It is published here until
   * {@link #unpublish()}. It is a socket in this folder. Where the system has no such sockets, as
   * Windows Server 2016, or the folder's path is too long for one, it is a port of the loopback
   * address and a secret.
   *
   * @param serves whether this process runs jobs at their times
   * @throws RefusalException where neither can be opened
   */
  public Door<ServerSocketChannel> listen(boolean serves) {
    try {
      Path socket = socket();
      return hasSockets() && isShort(socket) ? here(socket, serves) : loopback(serves);
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  private static boolean hasSockets() throws IOException {
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.isOpen();
    } catch (UnsupportedOperationException none) {
      return false;
    }
  }

  private Path socket() {
    return path.resolve("service.socket").toAbsolutePath();
  }

  private static boolean isShort(Path socket) {
    return socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET;
  }

  private Door<ServerSocketChannel> here(Path socket, boolean serves) throws IOException {
    Files.deleteIfExists(socket); // of a process that was killed
    return opened(
        ServerSocketChannel.open(StandardProtocolFamily.UNIX),
        UnixDomainSocketAddress.of(socket),
        serves,
        Optional.empty());
  }

  private Door<ServerSocketChannel> loopback(boolean serves) throws IOException {
    return opened(
        ServerSocketChannel.open(),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        serves,
        Optional.of(password()));
  }

  private Door<ServerSocketChannel> opened(
      ServerSocketChannel channel, SocketAddress at, boolean serves, Optional<String> secret)
      throws IOException {
    try {
      channel.bind(at);
      if (secret.isEmpty()) {
        closeToOthers(socket(), "rw-------");
      }
      int port =
          channel.getLocalAddress() instanceof InetSocketAddress internet ? internet.getPort() : 0;
      publish(new Publication(port, serves, secret));
      return new Door<>(channel, secret);
    } catch (IOException | RuntimeException | Error fault) {
      channel.close();
      throw fault;
    }
  }

  private void publish(Publication publication) throws IOException {
    DiskSync.replace(
        publicationFile(),
        "%d %s %s"
            .formatted(
                publication.port(),
                publication.serves() ? SERVING : "",
                publication.secret().orElse("")));
  }

  /** Connects to the process that {@link #listen listens}; empty where there is none. */
  public Optional<Door<SocketChannel>> connect() {
    return published().flatMap(this::connect);
  }

  @SuppressWarnings("resource")
  private Optional<Door<SocketChannel>> connect(Publication published) {
    SocketAddress at =
        published.secret().isEmpty()
            ? UnixDomainSocketAddress.of(socket())
            : new InetSocketAddress(InetAddress.getLoopbackAddress(), published.port());
    try {
      return Optional.of(new Door<>(SocketChannel.open(at), published.secret()));
    } catch (IOException goneMeanwhile) {
      return Optional.empty();
    }
  }

  /** Stops admitting other processes: deletes the published address. */
  public void unpublish() {
    try {
      Files.deleteIfExists(publicationFile());
      Files.deleteIfExists(socket());
      Files.deleteIfExists(path.resolve("database.port")); // of an earlier version
    } catch (IOException e) {
      throw unusable(publicationFile(), e);
    }
  }

  private Optional<Publication> published() {
    try {
      String[] words = Files.readString(publicationFile(), StandardCharsets.UTF_8).split(" ", -1);
      return words.length == 3
          ? Optional.of(
              new Publication(
                  Integer.parseInt(words[0]),
                  words[1].equals(SERVING),
                  Optional.of(words[2]).filter(secret -> !secret.isEmpty())))
          : Optional.empty();
    } catch (NoSuchFileException nobody) {
      return Optional.empty();
    } catch (IOException | NumberFormatException e) {
      throw unusable(publicationFile(), e);
    }
  }

  /**
   * Whether a process has the history open for a long time, and accepts other processes. One that
   * was killed leaves its address, at which nobody accepts any more.
   */
  boolean isReached() {
    Optional<Door<SocketChannel>> door = connect();
    door.ifPresent(ServiceFolder::close);
    return door.isPresent();
  }

  private static void close(Door<SocketChannel> door) {
    try {
      door.channel().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the process that has the database open runs jobs at their times. */
  public boolean isServed() {
    return published().filter(Publication::serves).isPresent();
  }

  /** Stores the name of the process that runs the jobs, for other processes. */
  void hold(String holder) {
    try {
      DiskSync.replace(path.resolve("service.holder"), holder);
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** The process that runs the jobs, or ran them last. */
  public String holder() {
    try {
      return Files.readString(path.resolve("service.holder"), StandardCharsets.UTF_8);
    } catch (NoSuchFileException justBegun) {
      return Text.of("job-run.starting").toString();
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** Default folder of the log files. */
  public Path logs() {
    return path.resolve("log");
  }

  /** Stores the folder of the service's log, for support bundles. */
  public void logsIn(Path folder) {
    try {
      DiskSync.replace(path.resolve("service.log-folder"), folder.toAbsolutePath().toString());
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  private Path publicationFile() {
    return path.resolve("service.door");
  }

  static RefusalException unusable(Path what, Exception cause) {
    return new RefusalException(
        Diagnostic.error(
            JobCode.HISTORY_UNUSABLE,
            Message.of("history.unusable", "folder", what, "reason", reason(cause))),
        cause);
  }

  private static String reason(Exception cause) {
    String message = String.valueOf(cause.getMessage());
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
