package dev.garrison.share;

import dev.garrison.digest.Sha256;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Storage of content, which Garrison writes and many systems read: a folder or an SMB share. Every
 * failure is a {@link ContentShareException}. Instances may be used by several threads.
 */
public interface ContentShare extends AutoCloseable {
  /** Extension of a file's name while the file is being sent. */
  String PART = ".part";

  /**
   * A file or folder.
   *
   * @param size in bytes; 0 for a folder
   * @param written when it was last written, by the share's clock; renaming does not change it
   */
  record Entry(String name, boolean folder, long size, Instant written) {}

  /**
   * A file kept open so that no other process can hold it; free when closed or when its holder
   * dies.
   */
  interface Hold extends AutoCloseable {
    /**
     * Proves that the file is still held, and holds it again if only the connection was lost. Fails
     * with {@code HELD} when another process holds it meanwhile, with {@code GONE} when the file is
     * no longer the one that was held, and otherwise with the failure of the share.
     */
    void renew();

    /** Releases the file. Does nothing the second time. */
    @Override
    void close();
  }

  /** The share's address for people, with the path appended. */
  String describe(SharePath path);

  /** Lists a folder by name. Fails with {@code NOT_FOUND} when there is no such folder. */
  List<Entry> list(SharePath folder);

  /** The file or folder, or empty when there is none. */
  Optional<Entry> find(SharePath path);

  /**
   * Opens the bytes of a file. The caller closes the stream; its reads throw plain IOExceptions.
   */
  InputStream open(SharePath file);

  /** Reads the complete file back for its digest, in constant memory. */
  Sha256 digest(SharePath file);

  /**
   * Sends a file into an existing folder, verifies it, and then gives it its final name. The file
   * is written under a name that ends in {@link #PART}, flushed as far as the protocol allows, read
   * back, and compared by digest; then it is renamed. Correct bytes of an earlier part file are
   * kept; a file under the final name is never replaced ({@code EXISTS}). When it fails, no file is
   * visible under the final name; the part file stays only where the transfer was cut off. Two
   * writers of one name must be kept apart by {@link #hold}.
   *
   * @param progress receives the transferred bytes of this file
   */
  void put(SharePath folder, FileSource source, TransferProgress progress);

  /** Renames a file inside its folder; never over another file ({@code EXISTS}). */
  void rename(SharePath file, String newName);

  /** Deletes a file or an empty folder. Does nothing when there is none. */
  void delete(SharePath path);

  /** Creates the folder and those above it. Does nothing when they exist. */
  void createFolder(SharePath folder);

  /**
   * Holds a file, which is created when missing and stays afterwards. Fails at once with {@code
   * HELD} when another process holds it, naming the holder when that can be read.
   *
   * @param holder name of this holder, for the message that another process gets
   */
  Hold hold(SharePath file, String holder);

  /** Closes connections. Does nothing the second time. */
  @Override
  void close();
}
