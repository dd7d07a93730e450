package dev.garrison.lab.smb;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The system's smbd on a loopback port, with its own folders and one share. It ends when this is
 * closed or when the JVM ends in any way: it watches the pipe that is its standard input. As root
 * it runs as the user {@code daemon}, because root would pass every access check.
 */
public final class SambaServer implements AutoCloseable {
  /** The name of the share. */
  public static final String SHARE = "stage";

  private static final Path SMBD = Path.of("/usr/sbin/smbd");
  private static final Path PDBEDIT = Path.of("/usr/bin/pdbedit");
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final String ROOT_RUNS_AS = "daemon";
  private static final int FIRST_PORT = 20_000;
  private static final int END_OF_PORTS = 32_000;
  private static final int MOST_PORTS = 100;
  private static final int POLL_MILLIS = 20;
  private static final int POLLS = 500;
  private static final Duration STOP = Duration.ofSeconds(10);

  private final Path home;
  private final String password;
  private final int port;
  private final String user;
  private volatile Process process;

  private SambaServer(Path home, String password, int port, String user) throws IOException {
    this.home = home;
    this.password = password;
    this.port = port;
    this.user = user;
    this.process = launch(home);
  }

  /** Whether this machine has the needed programs (on Debian: the package {@code samba}). */
  public static boolean isInstalled() {
    return File.separatorChar == '/'
        && Files.isExecutable(SMBD)
        && Files.isExecutable(PDBEDIT)
        && (!isRoot() || Files.isExecutable(SETPRIV));
  }

  /** Starts the server, and returns when it answers; empty if Samba is not installed. */
  public static Optional<SambaServer> start(SambaSettings settings)
      throws IOException, InterruptedException {
    if (!isInstalled()) {
      return Optional.empty();
    }
    Path home = Files.createTempDirectory(settings.parent().toRealPath(), "garrison-smb-");
    String user = isRoot() ? ROOT_RUNS_AS : System.getProperty("user.name");
    int port = freePort();
    Path configuration = SambaConfiguration.write(home, port, user, settings);
    own(home, user);
    addUser(configuration, user, settings.password());
    SambaServer server = new SambaServer(home, settings.password(), port, user);
    try {
      server.awaitAnswer();
      return Optional.of(server);
    } catch (IOException | InterruptedException e) {
      try (server) {
        throw e;
      }
    }
  }

  private static Process launch(Path home) throws IOException {
    return new ProcessBuilder(
            command(
                SMBD.toString(),
                "-s",
                SambaConfiguration.file(home).toString(),
                "--foreground",
                "--debug-stdout"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("smbd.log").toFile()))
        .start();
  }

  /** Host address: always loopback. */
  public String host() {
    return "127.0.0.1";
  }

  /** Port of the server. */
  public int port() {
    return port;
  }

  /** The only user, an account of this machine. */
  public String user() {
    return user;
  }

  /** Password of the user, on this server only. */
  public String password() {
    return password;
  }

  /** Folder of the share on this machine. */
  public Path folder() {
    return SambaConfiguration.shareFolder(home);
  }

  /** Stops the server and everything that it started; its folders stay. Can be repeated. */
  public void stop() {
    // A child that is still there holds the port after its parent has gone.
    List<ProcessHandle> children = process.descendants().toList();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP)) {
        end();
      }
      for (ProcessHandle child : children) {
        if (!ProcessEnd.await(child, STOP)) {
          child.destroyForcibly();
        }
      }
      awaitSilence();
    } catch (IOException e) {
      end();
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      end();
      Thread.currentThread().interrupt();
    }
  }

  /** Starts a stopped server again, with the same port, folders, and user. */
  public void resume() throws IOException, InterruptedException {
    process = launch(home);
    awaitAnswer();
  }

  /** Stops the server, and deletes its folders with the share's content. */
  @Override
  public void close() {
    stop();
    deleteFolders(home);
  }

  /** Deletes the folders of a server, also of one that could not be closed. */
  static void deleteFolders(Path home) {
    try (Stream<Path> tree = Files.walk(home)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    for (int poll = 0; poll < POLLS; poll++) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("smbd ended at once: " + Files.readString(home.resolve("smbd.log")));
      }
      if (answers()) {
        return;
      }
    }
    throw new IOException("smbd does not listen on port " + port);
  }

  /**
   * Waits until the port no longer answers. A child that was created for a late connection ends a
   * little later.
   */
  private void awaitSilence() throws InterruptedException {
    for (int poll = 0; poll < POLLS && answers(); poll++) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host(), port));
      return true;
    } catch (IOException _) {
      // Not yet; the caller counts how often.
      return false;
    }
  }

  private static void addUser(Path configuration, String user, String password)
      throws IOException, InterruptedException {
    String twice = password + "\n" + password + "\n";
    run(command(PDBEDIT.toString(), "-s", configuration.toString(), "-a", "-t", "-u", user), twice);
  }

  private static void own(Path home, String user) throws IOException, InterruptedException {
    if (isRoot()) {
      run(List.of("chown", "-R", user + ":", home.toString()), "");
    }
  }

  private static void run(List<String> command, String input)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command.getFirst() + " failed: " + output.strip());
    }
  }

  private static List<String> command(String... words) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(
          List.of(
              SETPRIV.toString(),
              "--reuid=" + ROOT_RUNS_AS,
              "--regid=" + ROOT_RUNS_AS,
              "--clear-groups"));
    }
    command.addAll(List.of(words));
    return command;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Finds a port below those that the system gives to connections until Samba has it. */
  private static int freePort() throws IOException {
    IOException last = new IOException("no port is free");
    for (int tries = 0; tries < MOST_PORTS; tries++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, END_OF_PORTS);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (BindException taken) {
        last = taken;
      }
    }
    throw last;
  }
}
