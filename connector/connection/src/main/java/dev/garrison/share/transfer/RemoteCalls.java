package dev.garrison.share.transfer;

import dev.garrison.share.ContentShare.Entry;
import dev.garrison.share.ContentShare.Hold;
import dev.garrison.share.SharePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * What a library does on a share, one call each, with its own exceptions, and with paths from where
 * content is published.
 */
public interface RemoteCalls {
  /** What lies in the folder, in any order. */
  List<Entry> list(SharePath folder) throws IOException;

  /** The file or folder, or empty when there is none. */
  Optional<Entry> find(SharePath path) throws IOException;

  /** The bytes of a file; reads throw plain IOExceptions. */
  InputStream open(SharePath file) throws IOException;

  /** A file to read in blocks. */
  BlockFile openToRead(SharePath file) throws IOException;

  /** A file to write in blocks, made when it is not there; others may read it meanwhile. */
  BlockFile openToWrite(SharePath file) throws IOException;

  /** Renames a file, never over another one. */
  void rename(SharePath file, SharePath target) throws IOException;

  /**
   * Deletes a file or an empty folder that is there.
   *
   * @throws java.nio.file.DirectoryNotEmptyException may say that the folder is not empty
   */
  void delete(SharePath path, boolean folder) throws IOException;

  /** Creates one folder. */
  void createFolder(SharePath folder) throws IOException;

  /** Holds a file that nobody else holds; see {@link dev.garrison.share.ContentShare}. */
  Hold hold(SharePath file, String holder) throws IOException;

  /** Ends all connections. */
  void close() throws IOException;
}
