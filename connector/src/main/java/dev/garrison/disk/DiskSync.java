package dev.garrison.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Forces names of files to the disk (fsync(2)). */
public final class DiskSync {
  private DiskSync() {}

  /**
   * Forces the names in a folder. A file that was made, renamed or deleted stays so after a power
   * failure once this returns. Only POSIX lets a folder be forced; elsewhere this does nothing.
   *
   * @throws IOException where the folder cannot be read or forced
   */
  public static void folder(Path folder) throws IOException {
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
