package dev.garrison.share;

import dev.garrison.digest.Sha256;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A place for files that many read and we write: a folder or an SMB share. Every failure is a
 * {@link ContentShareException}. Instances may be used by several threads.
 */
public interface ContentShare extends AutoCloseable {
  /** What the name of a file ends in while it is being sent. */
  String PART = ".part";

  /**
   * A file or folder.
   *
   * @param size in bytes; 0 for a folder
   * @param written when it was last written, by the share's clock; a rename keeps it
   */
  record Entry(String name, boolean folder, long size, Instant written) {}

  /** A file kept open so that nobody else can hold it; free when closed or when its holder dies. */
  interface Hold extends AutoCloseable {
    /**
     * Proves that the file is still held, and takes it again where only the connection was lost.
     * Fails with {@code HELD} when somebody else took it meanwhile, {@code GONE} when the file is
     * no longer the one that was held, and else as the share fails.
     */
    void renew();

    /** Lets go. Does nothing the second time. */
    @Override
    void close();
  }

  /** The address that a person would recognise, with the path appended. */
  String describe(SharePath path);

  /**
   * What lies in the folder, by name. Fails with {@code NOT_FOUND} when there is no such folder.
   */
  List<Entry> list(SharePath folder);

  /** The file or folder, or empty when there is none. */
  Optional<Entry> find(SharePath path);

  /** The bytes of a file. The caller closes the stream; its reads throw plain IOExceptions. */
  InputStream open(SharePath file);

  /** Reads the whole file back, in constant memory. */
  Sha256 digest(SharePath file);

  /**
   * Sends a file into an existing folder: under a name that ends in {@link #PART}, flushed as far
   * as the protocol allows, read back and compared by digest, then renamed. Of an earlier part file
   * that is kept which has the right bytes in the right place; a file under the final name is never
   * replaced ({@code EXISTS}). When it fails, no file is visible under the final name; the part
   * file stays only where the way there was cut off. Two writers of one name must be kept apart by
   * {@link #hold}.
   *
   * @param progress hears the bytes of this file
   */
  void put(SharePath folder, FileSource source, TransferProgress progress);

  /** Renames a file inside its folder; never over another ({@code EXISTS}). */
  void rename(SharePath file, String newName);

  /** Deletes a file or an empty folder. Does nothing when there is none. */
  void delete(SharePath path);

  /** Creates the folder and those above it. Does nothing when they are there. */
  void createFolder(SharePath folder);

  /**
   * Holds a file, which is created when missing and stays afterwards. Fails at once with {@code
   * HELD} when somebody else holds it, naming the holder when that can be read.
   *
   * @param holder who holds it, for the message the other one gets
   */
  Hold hold(SharePath file, String holder);

  /** Ends connections. Does nothing the second time. */
  @Override
  void close();
}
