package dev.garrison.files.ntfs;

import dev.garrison.files.naming.WindowsName;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * Paths as functions of Windows take them at any length, with {@code \\?\} before them.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation">Maximum
 *     path length limitation</a>
 */
final class WindowsPath {
  private WindowsPath() {}

  /**
   * The path in that form.
   *
   * @throws FileSystemException if it has a name that means another file in other forms
   */
  static String of(Path path) throws FileSystemException {
    Path whole = path.toAbsolutePath().normalize();
    for (Path name : whole) {
      if (!WindowsName.isCertain(name.toString())) {
        throw new FileSystemException(
            path.toString(),
            null,
            "Windows takes '%s' for a device, or for a name without its end".formatted(name));
      }
    }
    return of(whole.toString());
  }

  /**
   * @param path absolute, without {@code .} and {@code ..}
   */
  static String of(String path) {
    return path.startsWith("\\\\") ? "\\\\?\\UNC\\" + path.substring(2) : "\\\\?\\" + path;
  }
}
