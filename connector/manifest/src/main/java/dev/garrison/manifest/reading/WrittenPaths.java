package dev.garrison.manifest.reading;

import dev.garrison.files.naming.WindowsName;
import dev.garrison.language.Text;
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
    Optional<Text> problem = problem(windows, text);
    if (problem.isEmpty()) {
      try {
        return Optional.of(value.reading().folder().resolve(text).normalize());
      } catch (InvalidPathException e) {
        problem = Optional.of(Text.of("manifest-value.no-path-here", "reason", e.getReason()));
      }
    }
    value.refuseText(
        ManifestCode.PATH_REFUSED,
        whole,
        problem.orElseThrow(),
        Text.of(windows ? "manifest-value.write-windows-path" : "manifest-value.write-path"));
    return Optional.empty();
  }

  private static Optional<Text> problem(boolean windows, String text) {
    if (text.isBlank() || text.length() > LONGEST || CONTROL.matcher(text).matches()) {
      return Optional.of(Text.of("manifest-value.no-path"));
    }
    if (windows && DEVICE.matcher(text).matches()) {
      return Optional.of(Text.of("manifest-value.device"));
    }
    if (windows && OF_DRIVE.matcher(text).matches()) {
      return Optional.of(Text.of("manifest-value.drive-relative"));
    }
    if (!windows && isOfWindows(text)) {
      return Optional.of(Text.of("manifest-value.windows-path"));
    }
    if (!windows && text.contains("\\")) {
      return Optional.of(Text.of("manifest-value.backslashes"));
    }
    List<String> names = List.of(text.split(windows ? "[/\\\\]" : "/", -1));
    if (names.contains("..")) {
      return Optional.of(Text.of("manifest-value.climbs"));
    }
    return windows
        ? names.stream()
            .filter(name -> !name.equals(".") && !WindowsName.isCertain(name))
            .findFirst()
            .map(name -> Text.of("manifest-value.windows-name", "name", name))
        : Optional.empty();
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
        Text.of("manifest-value.only-windows"),
        Text.of(
            "manifest-value.write-smb",
            "address",
            "smb://" + share.group(1) + "/" + share.group(2) + share.group(3).replace('\\', '/')));
    return Optional.empty();
  }
}
