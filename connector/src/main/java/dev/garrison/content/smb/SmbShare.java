package dev.garrison.content.smb;

import dev.garrison.content.share.ContentShare;
import dev.garrison.content.share.ContentShareException;
import dev.garrison.content.share.ContentShareException.Kind;
import dev.garrison.content.share.FileSource;
import dev.garrison.content.share.PartFile;
import dev.garrison.content.share.ProvenSource;
import dev.garrison.content.share.ShareAccount;
import dev.garrison.content.share.ShareAddress;
import dev.garrison.content.share.SharePath;
import dev.garrison.content.share.TransferProgress;
import dev.garrison.digest.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import jcifs.CIFSContext;
import jcifs.CIFSException;
import jcifs.CloseableIterator;
import jcifs.SmbConstants;
import jcifs.SmbRandomAccess;
import jcifs.SmbResource;
import jcifs.config.PropertyConfiguration;
import jcifs.context.BaseContext;
import jcifs.smb.NtlmPasswordAuthenticator;
import jcifs.smb.SmbFile;

/**
 * An SMB share, by jcifs-ng: SMB 2.1 to 3.1.1, never SMB 1, NTLMv2, no encryption. Requests are
 * signed; jcifs-ng 2.1.10 drops the signature of every answer after the session's set-up unread, so
 * only the digest read back proves what lies there. Two connections with several handles each carry
 * one file, because jcifs-ng sends one request of at most 64 KiB at a time per handle. It knows no
 * FLUSH request. DFS is off: publish to the target server itself.
 */
public final class SmbShare implements ContentShare {
  private static final int CONNECTIONS = 2;
  private static final int LONGEST_HOLDER = 1000;

  private final ShareAddress.Smb address;
  private final List<CIFSContext> connections;
  private final SmbFailures failures;

  /**
   * Does not connect yet; the first use does.
   *
   * @param encryptionDemanded asked when the very first request is denied, because a server that
   *     demands encryption gives no other reason: whether somebody who encrypts gets in
   */
  public SmbShare(
      ShareAddress.Smb address, ShareAccount account, BooleanSupplier encryptionDemanded) {
    this.address = address;
    this.failures = new SmbFailures(encryptionDemanded);
    List<CIFSContext> made = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      made.add(connection(account));
    }
    this.connections = List.copyOf(made);
  }

  private static CIFSContext connection(ShareAccount account) {
    Properties settings = new Properties();
    settings.setProperty("jcifs.smb.client.minVersion", "SMB210");
    settings.setProperty("jcifs.smb.client.maxVersion", "SMB311");
    settings.setProperty("jcifs.smb.client.signingPreferred", "true");
    settings.setProperty("jcifs.smb.client.signingEnforced", "true");
    settings.setProperty("jcifs.smb.client.tcpNoDelay", "true");
    settings.setProperty("jcifs.smb.client.dfs.disabled", "true");
    settings.setProperty("jcifs.smb.client.connTimeout", "10000");
    settings.setProperty("jcifs.smb.client.responseTimeout", "30000");
    settings.setProperty("jcifs.smb.client.soTimeout", "35000");
    settings.setProperty("jcifs.resolveOrder", "DNS");
    try {
      BaseContext context = new BaseContext(new PropertyConfiguration(settings));
      CIFSContext connection =
          context.withCredentials(
              new NtlmPasswordAuthenticator(account.domain(), account.user(), account.password()));
      endWithTheProgram(context);
      endWithTheProgram(connection);
      return connection;
    } catch (CIFSException e) {
      throw new IllegalStateException("these settings are constant", e);
    }
  }

  /**
   * Each context of jcifs-ng says goodbye when the program ends, and waits for a minute when the
   * server is silent. The server frees what we hold all the same, as soon as the connection ends.
   */
  private static void endWithTheProgram(CIFSContext context) {
    if (context instanceof Thread goodbye) {
      Runtime.getRuntime().removeShutdownHook(goodbye);
    }
  }

  @Override
  public String describe(SharePath path) {
    return path.names().isEmpty() ? address.toString() : address + "/" + path;
  }

  @Override
  public List<Entry> list(SharePath folder) {
    return attempt(
        "list",
        folder,
        () -> {
          List<Entry> entries = new ArrayList<>();
          try (SmbFile place = at(0, folder, true);
              CloseableIterator<SmbResource> children = place.children()) {
            while (children.hasNext()) {
              try (SmbResource child = children.next()) {
                entries.add(entry(child));
              }
            }
          }
          entries.sort(Comparator.comparing(Entry::name));
          return List.copyOf(entries);
        });
  }

  @Override
  public Optional<Entry> find(SharePath path) {
    return attempt(
        "find",
        path,
        () -> {
          try (SmbFile place = at(0, path, false)) {
            return place.exists() ? Optional.of(entry(place)) : Optional.empty();
          }
        });
  }

  @Override
  public InputStream open(SharePath file) {
    return attempt("read", file, () -> OwningStream.open(at(0, file, false)));
  }

  @Override
  public Sha256 digest(SharePath file) {
    return attempt(
        "read",
        file,
        () -> {
          try (SmbFile place = at(0, file, false)) {
            return transfer(file).digest(place.length());
          }
        });
  }

  @Override
  public void put(SharePath folder, FileSource source, TransferProgress progress) {
    new PartFile(this, this::write).send(folder, source, progress);
  }

  private void write(SharePath part, ProvenSource source, TransferProgress progress) {
    attempt(
        "write",
        part,
        () -> {
          transfer(part).write(source, progress);
          return part;
        });
  }

  @Override
  public void rename(SharePath file, String newName) {
    SharePath target = file.parent().child(newName);
    attempt(
        "rename",
        file,
        () -> {
          try (SmbFile from = at(0, file, false);
              SmbFile to = at(0, target, false)) {
            from.renameTo(to, false);
          }
          return target;
        });
  }

  @Override
  public void delete(SharePath path) {
    Optional<Entry> there = find(path);
    if (there.isEmpty()) {
      return;
    }
    // jcifs-ng deletes a folder with all that is in it.
    if (there.get().folder() && !list(path).isEmpty()) {
      throw new ContentShareException(
          Kind.OTHER, "delete", describe(path), "the folder is not empty", null);
    }
    attempt(
        "delete",
        path,
        () -> {
          try (SmbFile place = at(0, path, there.get().folder())) {
            place.delete();
          }
          return path;
        });
  }

  @Override
  public void createFolder(SharePath folder) {
    SharePath made = SharePath.ROOT;
    for (String name : folder.names()) {
      made = made.child(name);
      createOne(made);
    }
  }

  private void createOne(SharePath folder) {
    if (find(folder).isPresent()) {
      return;
    }
    try {
      attempt(
          "create",
          folder,
          () -> {
            try (SmbFile place = at(0, folder, true)) {
              place.mkdir();
            }
            return folder;
          });
    } catch (ContentShareException e) {
      // Somebody else created it between the two requests.
      if (e.kind() != Kind.EXISTS) {
        throw e;
      }
    }
  }

  @Override
  public Hold hold(SharePath file, String holder) {
    try {
      return attempt("hold", file, () -> heldBy(file, holder));
    } catch (ContentShareException e) {
      if (e.kind() != Kind.HELD) {
        throw e;
      }
      String who = holderOf(file);
      throw new ContentShareException(
          Kind.HELD, "hold", describe(file), who.isEmpty() ? "" : "held by " + who, e);
    }
  }

  private Hold heldBy(SharePath file, String holder) throws IOException {
    OpenHandles open = new OpenHandles();
    try {
      SmbFile place = at(0, file, false);
      open.add(place::close);
      SmbRandomAccess handle = place.openRandomAccess("rw", SmbConstants.FILE_SHARE_READ);
      open.add(handle::close);
      byte[] text = holder.getBytes(StandardCharsets.UTF_8);
      SmbHold hold = new SmbHold(open, handle, text, describe(file), failures);
      hold.write();
      return hold;
    } catch (IOException e) {
      try (open) {
        throw e;
      }
    }
  }

  private String holderOf(SharePath file) {
    return attempt(
        "read",
        file,
        () -> {
          try (InputStream stream = open(file)) {
            return new String(stream.readNBytes(LONGEST_HOLDER), StandardCharsets.UTF_8);
          }
        });
  }

  @Override
  public void close() {
    for (CIFSContext connection : connections) {
      attempt("close", SharePath.ROOT, connection::close);
    }
  }

  private SmbTransfer transfer(SharePath file) {
    return new SmbTransfer(handle -> at(handle % CONNECTIONS, file, false));
  }

  private SmbFile at(int connection, SharePath path, boolean folder) throws IOException {
    CIFSContext context = connections.get(connection);
    SmbFile share =
        new SmbFile(
            "smb://" + address.host() + ":" + address.port() + "/" + address.share() + "/",
            context);
    List<String> names = new ArrayList<>(address.path().names());
    names.addAll(path.names());
    if (names.isEmpty()) {
      return share;
    }
    try (share) {
      return new SmbFile(share, String.join("/", names) + (folder ? "/" : ""));
    }
  }

  private static Entry entry(SmbResource resource) throws CIFSException {
    String name = resource.getName();
    boolean folder = resource.isDirectory();
    String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return new Entry(
        bare,
        folder,
        folder ? 0 : resource.length(),
        Instant.ofEpochMilli(resource.lastModified()));
  }

  private <T> T attempt(String doing, SharePath path, SmbFailures.Attempt<T> attempt) {
    return failures.during(doing, describe(path), attempt);
  }

  /** Closes its file with itself. */
  private static final class OwningStream extends FilterInputStream {
    private final SmbFile file;

    private OwningStream(InputStream stream, SmbFile file) {
      super(stream);
      this.file = file;
    }

    static OwningStream open(SmbFile file) throws IOException {
      try {
        return new OwningStream(file.openInputStream(), file);
      } catch (IOException e) {
        try (file) {
          throw e;
        }
      }
    }

    @Override
    public void close() throws IOException {
      try (file) {
        super.close();
      }
    }
  }
}
