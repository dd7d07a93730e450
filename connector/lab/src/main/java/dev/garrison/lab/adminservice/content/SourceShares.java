package dev.garrison.lab.adminservice.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Shares that the site server's computer account can read: UNC prefixes and their local folders.
 *
 * @param roots local folder by UNC prefix
 */
public record SourceShares(Map<String, Path> roots) {
  public SourceShares {
    roots = Map.copyOf(roots);
  }

  /** Folder behind a UNC path; empty if no share covers it or the path leaves the share. */
  public Optional<Path> folder(String unc) {
    String wanted = normal(unc);
    return roots.entrySet().stream()
        .filter(entry -> wanted.startsWith(normal(entry.getKey())))
        .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
        .map(entry -> below(entry.getValue(), rest(unc, normal(entry.getKey()).length())))
        .filter(Files::isDirectory);
  }

  private static String rest(String unc, int prefix) {
    return (unc + "\\").substring(prefix);
  }

  /** Path below a folder, one step per part, as the lab's own system may not know {@code \}. */
  static Path below(Path root, String path) {
    Path at = root;
    for (String part : path.replace('/', '\\').split("\\\\", -1)) {
      if (part.equals("..")) {
        return root.resolve("..").resolve("outside");
      }
      at = at.resolve(part);
    }
    return at;
  }

  private static String normal(String unc) {
    String text = unc.replace('/', '\\').toLowerCase(Locale.ROOT);
    return text.endsWith("\\") ? text : text + "\\";
  }

  /** Whether every listed file exists with its size; other files do not matter. */
  public boolean complete(String location, Map<String, Long> files) {
    Optional<Path> folder = folder(location);
    return folder.isPresent()
        && files.entrySet().stream()
            .allMatch(file -> hasSize(below(folder.get(), file.getKey()), file.getValue()));
  }

  private static boolean hasSize(Path file, long size) {
    try {
      return Files.isRegularFile(file) && Files.size(file) == size;
    } catch (IOException e) {
      return false;
    }
  }
}
