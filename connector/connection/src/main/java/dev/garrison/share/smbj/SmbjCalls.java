package dev.garrison.share.smbj;

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
import dev.garrison.share.ContentShare.Entry;
import dev.garrison.share.ContentShare.Hold;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.SmbStatus;
import dev.garrison.share.transfer.Attempts;
import dev.garrison.share.transfer.BlockFile;
import dev.garrison.share.transfer.RemoteCalls;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Operations on the share with smbj. */
final class SmbjCalls implements RemoteCalls {
  private static final Set<AccessMask> READ =
      Set.of(AccessMask.FILE_READ_DATA, AccessMask.FILE_READ_ATTRIBUTES);
  private static final Set<AccessMask> READ_AND_WRITE =
      Set.of(
          AccessMask.FILE_READ_DATA, AccessMask.FILE_WRITE_DATA, AccessMask.FILE_READ_ATTRIBUTES);

  private final ShareAddress.Smb address;
  private final SmbjConnection connection;
  private final Attempts attempts;

  SmbjCalls(ShareAddress.Smb address, SmbjConnection connection, Attempts attempts) {
    this.address = address;
    this.connection = connection;
    this.attempts = attempts;
  }

  @Override
  public List<Entry> list(SharePath folder) throws IOException {
    return connection.disk().list(place(folder)).stream()
        .filter(found -> !found.getFileName().equals(".") && !found.getFileName().equals(".."))
        .map(SmbjCalls::entry)
        .toList();
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

  @Override
  public Optional<Entry> find(SharePath path) throws IOException {
    DiskShare disk = connection.disk();
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
  public InputStream open(SharePath file) throws IOException {
    return new SmbjInput(opened(file));
  }

  @Override
  public BlockFile openToRead(SharePath file) throws IOException {
    return SmbjBlocks.of(opened(file));
  }

  private File opened(SharePath file) throws IOException {
    return opened(file, READ, SMB2ShareAccess.ALL, SMB2CreateDisposition.FILE_OPEN);
  }

  @Override
  public BlockFile openToWrite(SharePath file) throws IOException {
    return SmbjBlocks.of(openedForUsAlone(file));
  }

  /** Opens a file so that others may read it, but not open it for writing. */
  private File openedForUsAlone(SharePath file) throws IOException {
    return opened(
        file,
        READ_AND_WRITE,
        Set.of(SMB2ShareAccess.FILE_SHARE_READ),
        SMB2CreateDisposition.FILE_OPEN_IF);
  }

  private File opened(
      SharePath file,
      Set<AccessMask> access,
      Set<SMB2ShareAccess> others,
      SMB2CreateDisposition disposition)
      throws IOException {
    return connection
        .disk()
        .openFile(
            place(file),
            access,
            Set.of(FileAttributes.FILE_ATTRIBUTE_NORMAL),
            others,
            disposition,
            null);
  }

  @Override
  public void rename(SharePath file, SharePath target) throws IOException {
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
  }

  @Override
  public void delete(SharePath path, boolean folder) throws IOException {
    if (folder) {
      connection.disk().rmdir(place(path), false);
    } else {
      connection.disk().rm(place(path));
    }
  }

  @Override
  public void createFolder(SharePath folder) throws IOException {
    connection.disk().mkdir(place(folder));
  }

  @Override
  public Hold hold(SharePath file, String holder) throws IOException {
    String described = address + "/" + file;
    return SmbjHold.take(() -> openedForUsAlone(file), holder, described, connection, attempts);
  }

  SmbjRights rights() throws IOException {
    return new SmbjRights(connection.disk());
  }

  /** The path from the share's root, in the form of the protocol. */
  String place(SharePath path) {
    List<String> names = new ArrayList<>(address.path().names());
    names.addAll(path.names());
    return String.join("\\", names);
  }

  @Override
  public void close() {
    connection.close();
  }
}
