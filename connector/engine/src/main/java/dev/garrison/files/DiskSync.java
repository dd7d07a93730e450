package dev.garrison.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Forces files and their names to the disk (fsync(2)). */
public final class DiskSync {
  private DiskSync() {}

  /**
   * Replaces the text of a file, in UTF-8. A reader sees the old text or the new one, never a part,
   * and when this returns, both the text and the file's name are on the disk. On Windows the text
   * is, and its name follows when Windows writes it there: until then a power failure may bring the
   * old text back, whole. Only the owner may read the file, on Windows also whom the folder lets
   * in.
   *
   * @throws IOException if it cannot be written; then the file is as it was, unless only its name
   *     could not be forced
   */
  public static void replace(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("%s has no folder".formatted(file));
    }
    Path part = folder.resolve("%s.%s.part".formatted(file.getFileName(), UUID.randomUUID()));
    try {
      OwnerOnly.write(part, text.getBytes(StandardCharsets.UTF_8));
      AtomicMove.replace(part, file);
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
