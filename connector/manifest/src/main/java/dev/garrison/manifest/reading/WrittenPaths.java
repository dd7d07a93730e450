package dev.garrison.manifest.reading;

import dev.garrison.files.naming.WindowsName;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.value.PublishTarget;
import dev.garrison.manifest.yaml.Reading;
import dev.garrison.manifest.yaml.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Paths in a manifest, written as the reading system writes them. On Windows with drive letters,
 * backslashes and UNC names too.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file">Naming files, paths
 *     and namespaces</a>
 */
final class WrittenPaths {
  private static final Pattern CONTROL = Pattern.compile(".*\\p{Cc}.*", Pattern.DOTALL);
  private static final Pattern ON_DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*", Pattern.DOTALL);
  private static final Pattern OF_DRIVE = Pattern.compile("[A-Za-z]:(?![/\\\\]).*", Pattern.DOTALL);
  private static final Pattern DEVICE = Pattern.compile("[/\\\\]{2}[?.][/\\\\].*", Pattern.DOTALL);
  private static final Pattern SHARE =
      Pattern.compile("\\\\\\\\([^\\\\/]+)\\\\([^\\\\/]+)((?:\\\\[^\\\\/]+)*)\\\\?");
  private static final int LONGEST = 1024;

  private WrittenPaths() {}

  /** Whether the manifest lies on a file system of Windows. */
  static boolean isWindows(Reading reading) {
    return reading.folder().getFileSystem().getSeparator().equals("\\");
  }

  /** Whether a text is a path with a drive letter, or a UNC path. */
  static boolean isOfWindows(String text) {
    return text.startsWith("\\\\") || ON_DRIVE.matcher(text).matches();
  }

  /** Resolves a path against the manifest's folder; refuses a path that contains {@code ..}. */
  static Optional<Path> path(Value value, String whole, String text) {
    boolean windows = isWindows(value.reading());
    String problem = problem(windows, text);
    if (problem.isEmpty()) {
      try {
        return Optional.of(value.reading().folder().resolve(text).normalize());
      } catch (InvalidPathException e) {
        problem = ", which is no path here: " + e.getReason() + ".";
      }
    }
    value.refuseText(
        ManifestCode.PATH_REFUSED,
        whole,
        problem,
        windows
            ? "Write the path without '..', relative to this file or absolute."
            : "Write the path with forward slashes and without '..', relative to this file or absolute.");
    return Optional.empty();
  }

  private static String problem(boolean windows, String text) {
    if (text.isBlank() || text.length() > LONGEST || CONTROL.matcher(text).matches()) {
      return ", which is no path.";
    }
    if (windows && DEVICE.matcher(text).matches()) {
      return ", which names a device and no file.";
    }
    if (windows && OF_DRIVE.matcher(text).matches()) {
      return ", which means another place whenever the current folder of that drive changes.";
    }
    if (!windows && isOfWindows(text)) {
      return ", which is a path of Windows.";
    }
    if (!windows && text.contains("\\")) {
      return ", which has backslashes.";
    }
    List<String> names = List.of(text.split(windows ? "[/\\\\]" : "/", -1));
    if (names.contains("..")) {
      return ", which climbs out of its folder with '..'.";
    }
    return windows
        ? names.stream()
            .filter(name -> !name.equals(".") && !WindowsName.isCertain(name))
            .findFirst()
            .map(
                ", where Windows takes '%s' for a device, or for a name without its end."
                    ::formatted)
            .orElse("")
        : "";
  }

  /**
   * A path of Windows as a place to publish to. The system's own client writes there. Elsewhere a
   * UNC path is refused with the form that can be used instead.
   */
  static Optional<PublishTarget> publishTarget(Value value, String text) {
    var share = SHARE.matcher(text);
    if (isWindows(value.reading()) || !share.matches()) {
      return path(value, text, text).map(PublishTarget.Folder::new);
    }
    value.refuseText(
        ManifestCode.PATH_REFUSED,
        text,
        ", which only Windows opens by itself.",
        "Write smb://%s/%s%s, with the account in 'content.user' and 'content.password'."
            .formatted(share.group(1), share.group(2), share.group(3).replace('\\', '/')));
    return Optional.empty();
  }
}
