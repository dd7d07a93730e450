package dev.garrison.manifest;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.SourceLocation;
import dev.garrison.digest.Sha256;
import java.util.List;
import java.util.Map;

/**
 * Manifest that was read successfully, with its warnings and line numbers.
 *
 * @param warnings problems that the user should know about although they prevent nothing
 * @param digest the digest of the file's bytes
 * @param file as the user named it
 * @param lines lines, counted from 1, by paths such as {@code rings[0].maxDevices}
 */
public record ManifestResult(
    Manifest manifest,
    List<Diagnostic> warnings,
    Sha256 digest,
    String file,
    Map<String, Integer> lines) {
  public ManifestResult {
    warnings = List.copyOf(warnings);
    lines = Map.copyOf(lines);
  }

  /** Copies the result with another manifest for the same file. */
  public ManifestResult meaning(Manifest other) {
    return new ManifestResult(other, warnings, digest, file, lines);
  }

  /**
   * Location that a diagnostic about a path should name.
   *
   * @param path for example {@code rings[0].collections[1]}; a path that is not in the file gives
   *     the nearest thing around it, else the first line
   */
  public SourceLocation where(String path) {
    return where(file, lines, path);
  }

  /**
   * Location for a path in a file that is still being read.
   *
   * @see #where(String)
   */
  public static SourceLocation where(String file, Map<String, Integer> lines, String path) {
    String at = path;
    while (!at.isEmpty()) {
      Integer line = lines.get(at);
      if (line != null) {
        return new SourceLocation(file, line);
      }
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return new SourceLocation(file, 1);
  }
}
