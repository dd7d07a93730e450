package dev.garrison.share.transfer;

import dev.garrison.share.ContentShare.Entry;
import dev.garrison.share.ContentShare.Hold;
import dev.garrison.share.SharePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Operations of one SMB library on the share. Each is one call, with the library's own exceptions.
 * Paths begin in the folder to which content is published.
 */
public interface RemoteCalls {
  /** Lists a folder in any order. */
  List<Entry> list(SharePath folder) throws IOException;

  /** The file or folder, or empty when there is none. */
  Optional<Entry> find(SharePath path) throws IOException;

  /** Opens the bytes of a file; reads throw plain IOExceptions. */
  InputStream open(SharePath file) throws IOException;

  /** Opens a file to read in blocks. */
  BlockFile openToRead(SharePath file) throws IOException;

  /**
   * Opens a file to write in blocks, and creates it where missing; others may read it meanwhile.
   */
  BlockFile openToWrite(SharePath file) throws IOException;

  /** Renames a file, never over another one. */
  void rename(SharePath file, SharePath target) throws IOException;

  /**
   * Deletes an existing file or empty folder.
   *
   * @throws java.nio.file.DirectoryNotEmptyException may report that the folder is not empty
   */
  void delete(SharePath path, boolean folder) throws IOException;

  /** Creates one folder. */
  void createFolder(SharePath folder) throws IOException;

  /** Holds a file that no other process holds; see {@link dev.garrison.share.ContentShare}. */
  Hold hold(SharePath file, String holder) throws IOException;

  /** Closes all connections. */
  void close() throws IOException;
}
