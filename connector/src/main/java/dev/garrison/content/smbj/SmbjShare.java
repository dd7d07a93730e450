package dev.garrison.content.smbj;

import com.hierynomus.msdtyp.AccessMask;
import com.hierynomus.msfscc.FileAttributes;
import com.hierynomus.msfscc.fileinformation.FileAllInformation;
import com.hierynomus.msfscc.fileinformation.FileIdBothDirectoryInformation;
import com.hierynomus.mssmb2.SMB2CreateDisposition;
import com.hierynomus.mssmb2.SMB2ShareAccess;
import com.hierynomus.mssmb2.SMBApiException;
import com.hierynomus.smbj.share.DiskEntry;
import com.hierynomus.smbj.share.DiskShare;
import com.hierynomus.smbj.share.File;
import dev.garrison.content.access.AccessControlled;
import dev.garrison.content.access.AccessList;
import dev.garrison.content.share.ContentShare;
import dev.garrison.content.share.ContentShareException;
import dev.garrison.content.share.ContentShareException.Kind;
import dev.garrison.content.share.FileSource;
import dev.garrison.content.share.PartFile;
import dev.garrison.content.share.ProvenSource;
import dev.garrison.content.share.ShareAccount;
import dev.garrison.content.share.ShareAddress;
import dev.garrison.content.share.SharePath;
import dev.garrison.content.share.SmbStatus;
import dev.garrison.content.share.TransferProgress;
import dev.garrison.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An SMB share, by smbj: SMB 2.1 to 3.1.1, encrypted wherever the server can encrypt, always signed
 * otherwise, never SMB 1, NTLMv2. One connection carries several requests at once, so a long way to
 * the server costs little. DFS is off: publish to the target server itself.
 */
public final class SmbjShare implements ContentShare, AccessControlled {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST_HOLDER = 1000;

  private final ShareAddress.Smb address;
  private final SmbjConnection connection;
  private final SmbjFailures failures;

  /** Does not connect yet; the first use does. */
  public SmbjShare(ShareAddress.Smb address, ShareAccount account) {
    this(address, account, PATIENCE);
  }

  /**
   * @param patience how long an answer may take before the share counts as gone
   */
  SmbjShare(ShareAddress.Smb address, ShareAccount account, Duration patience) {
    this.address = address;
    this.connection = new SmbjConnection(address, account, patience);
    this.failures = new SmbjFailures(connection);
  }

  /** How the last connection was protected, in a few words; empty before the first one. */
  public Optional<String> protection() {
    return connection
        .agreed()
        .map(agreed ->
            "SMB "
                + agreed.dialect()
                + (agreed.encrypted()
                    ? ", encrypted"
                    : ", signed; not encrypted, because the server does not offer it"));
  }

  /** Whether this account gets in, with encryption. What stops it is of no interest here. */
  public boolean entersEncrypted() {
    try {
      return find(SharePath.ROOT).isPresent()
          && connection.agreed().map(SmbjConnection.Agreement::encrypted).orElse(false);
    } catch (ContentShareException _) {
      return false;
    }
  }

  @Override
  public String describe(SharePath path) {
    return path.names().isEmpty() ? address.toString() : address + "/" + path;
  }

  @Override
  public List<Entry> list(SharePath folder) {
    return repeatable(
        "list",
        folder,
        () -> {
          List<Entry> entries = new ArrayList<>();
          for (FileIdBothDirectoryInformation found : connection.disk().list(place(folder))) {
            if (!found.getFileName().equals(".") && !found.getFileName().equals("..")) {
              entries.add(entry(found));
            }
          }
          entries.sort(Comparator.comparing(Entry::name));
          return List.copyOf(entries);
        });
  }

  @Override
  public Optional<Entry> find(SharePath path) {
    return repeatable("find", path, () -> found(connection.disk(), path));
  }

  private Optional<Entry> found(DiskShare disk, SharePath path) {
    try {
      FileAllInformation found = disk.getFileInformation(place(path));
      boolean folder = found.getStandardInformation().isDirectory();
      return Optional.of(
          new Entry(
              path.name(),
              folder,
              folder ? 0 : found.getStandardInformation().getEndOfFile(),
              found.getBasicInformation().getLastWriteTime().toInstant()));
    } catch (SMBApiException e) {
      if (SmbStatus.kind((int) e.getStatusCode(), true).equals(Optional.of(Kind.NOT_FOUND))) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public InputStream open(SharePath file) {
    return repeatable("read", file, () -> new SmbjInput(opened(file)));
  }

  @Override
  public Sha256 digest(SharePath file) {
    return attempt(
        "read",
        file,
        () -> {
          try (File place = opened(file)) {
            return new SmbjTransfer(place).digest();
          }
        });
  }

  private File opened(SharePath file) throws IOException {
    return connection
        .disk()
        .openFile(
            place(file),
            Set.of(AccessMask.FILE_READ_DATA, AccessMask.FILE_READ_ATTRIBUTES),
            null,
            SMB2ShareAccess.ALL,
            SMB2CreateDisposition.FILE_OPEN,
            null);
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
          try (File place =
              connection
                  .disk()
                  .openFile(
                      place(part),
                      Set.of(AccessMask.FILE_WRITE_DATA, AccessMask.FILE_READ_ATTRIBUTES),
                      Set.of(FileAttributes.FILE_ATTRIBUTE_NORMAL),
                      Set.of(SMB2ShareAccess.FILE_SHARE_READ),
                      SMB2CreateDisposition.FILE_CREATE,
                      null)) {
            new SmbjTransfer(place).write(source, progress);
          }
          return part;
        });
  }

  /** When the connection is lost, what lies there says whether the rename took effect. */
  @Override
  public void rename(SharePath file, String newName) {
    SharePath target = file.parent().child(newName);
    try {
      renameOnce(file, target);
    } catch (ContentShareException e) {
      if (!SmbjFailures.connectionLost(e)) {
        throw e;
      }
      if (find(file).isPresent()) {
        renameOnce(file, target);
      } else if (find(target).isEmpty()) {
        throw e;
      }
    }
  }

  private void renameOnce(SharePath file, SharePath target) {
    attempt(
        "rename",
        file,
        () -> {
          try (DiskEntry entry =
              connection
                  .disk()
                  .open(
                      place(file),
                      Set.of(AccessMask.DELETE, AccessMask.FILE_READ_ATTRIBUTES),
                      null,
                      SMB2ShareAccess.ALL,
                      SMB2CreateDisposition.FILE_OPEN,
                      null)) {
            entry.rename(place(target), false);
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
    repeatable(
        "delete",
        path,
        () -> {
          if (there.get().folder()) {
            connection.disk().rmdir(place(path), false);
          } else {
            connection.disk().rm(place(path));
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
      repeatable(
          "create",
          folder,
          () -> {
            connection.disk().mkdir(place(folder));
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
      return repeatable("hold", file, () -> heldBy(file, holder));
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
    return SmbjHold.take(() -> openedToHold(file), holder, describe(file), connection, failures);
  }

  private File openedToHold(SharePath file) throws IOException {
    return connection
        .disk()
        .openFile(
            place(file),
            Set.of(
                AccessMask.FILE_READ_DATA,
                AccessMask.FILE_WRITE_DATA,
                AccessMask.FILE_READ_ATTRIBUTES),
            Set.of(FileAttributes.FILE_ATTRIBUTE_NORMAL),
            Set.of(SMB2ShareAccess.FILE_SHARE_READ),
            SMB2CreateDisposition.FILE_OPEN_IF,
            null);
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
  public AccessList accessList(SharePath path) {
    return attempt("read the rights of", path, () -> rights().read(place(path)));
  }

  @Override
  public void setAccessList(SharePath path, AccessList list) {
    attempt(
        "set the rights of",
        path,
        () -> {
          rights().write(place(path), list);
          return path;
        });
  }

  private SmbjRights rights() throws IOException {
    return new SmbjRights(connection.disk());
  }

  @Override
  public void close() {
    connection.close();
  }

  /** The path from the share's root, in the form of the protocol. */
  private String place(SharePath path) {
    List<String> names = new ArrayList<>(address.path().names());
    names.addAll(path.names());
    return String.join("\\", names);
  }

  private static Entry entry(FileIdBothDirectoryInformation found) {
    boolean folder =
        (found.getFileAttributes() & FileAttributes.FILE_ATTRIBUTE_DIRECTORY.getValue()) != 0;
    return new Entry(
        found.getFileName(),
        folder,
        folder ? 0 : found.getEndOfFile(),
        found.getLastWriteTime().toInstant());
  }

  private <T> T repeatable(String doing, SharePath path, SmbjFailures.Attempt<T> attempt) {
    return failures.repeatable(doing, describe(path), attempt);
  }

  private <T> T attempt(String doing, SharePath path, SmbjFailures.Attempt<T> attempt) {
    return failures.during(doing, describe(path), attempt);
  }
}
