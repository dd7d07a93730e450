package dev.garrison.files.naming;

import java.util.Locale;
import java.util.Set;

/**
 * Names of files and folders on Windows. Some reach different files by different ways: Windows
 * drops a dot or space at their end, or takes them for a device, and leaves them alone in a path
 * with {@code \\?\} before it.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file">Naming files, paths
 *     and namespaces</a>
 */
public final class WindowsName {
  private static final Set<String> DEVICES =
      Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$");
  private static final Set<String> PORTS = Set.of("COM", "LPT");
  private static final String NUMBERS = "0123456789¹²³";

  private WindowsName() {}

  /** Whether every way leads from the name to the same file. */
  public static boolean isCertain(String name) {
    return !name.endsWith(".") && !name.endsWith(" ") && !isDevice(name);
  }

  /** Whether it names a device, with or without something after a dot. */
  public static boolean isDevice(String name) {
    int end = 0;
    while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != ':') {
      end++;
    }
    String base = name.substring(0, end).stripTrailing().toUpperCase(Locale.ROOT);
    return DEVICES.contains(base)
        || (base.length() == 4
            && PORTS.contains(base.substring(0, 3))
            && NUMBERS.indexOf(base.charAt(3)) >= 0);
  }
}
