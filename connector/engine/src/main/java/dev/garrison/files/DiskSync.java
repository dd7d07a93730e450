package dev.garrison.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Forces files and their names to the disk (fsync(2)). */
public final class DiskSync {
  private DiskSync() {}

  /**
   * Replaces the text of a file, in UTF-8. A reader sees the old text or the new one, never a part,
   * and when this returns, both the text and the file's name are on the disk. Where POSIX
   * permissions are known, only the owner may read the file.
   *
   * @throws IOException if it cannot be written; then the file is as it was, unless only its name
   *     could not be forced
   */
  public static void replace(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("%s has no folder".formatted(file));
    }
    Path part = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".part");
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleted(part, e);
      throw e;
    }
    folder(folder);
  }

  private static void deleted(Path part, IOException cause) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException left) {
      cause.addSuppressed(left);
    }
  }

  /**
   * Forces the file names in a folder to the disk. After this returns, a file that was created,
   * renamed or deleted stays so after a power failure. Only POSIX lets a folder be forced; on other
   * systems this does nothing.
   *
   * @throws IOException if the folder cannot be read or forced
   */
  public static void folder(Path folder) throws IOException {
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
