package dev.garrison.payload;

import dev.garrison.diagnostic.Severity;
import dev.garrison.digest.Sha256;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One package file, inspected.
 *
 * @param file as the user named it
 * @param kind absent when no kind recognizes it
 * @param sha256 of the bytes that were inspected
 * @param size in bytes
 */
public record Inspection(
    Path file, Optional<PackageKind> kind, Sha256 sha256, long size, Description description) {
  /** Whether the file may be used: there is no error. */
  public boolean acceptable() {
    return !finds(Severity.ERROR);
  }

  /** Whether a person must check the file before it is used: there is a warning. */
  public boolean warned() {
    return finds(Severity.WARNING);
  }

  private boolean finds(Severity severity) {
    return description.findings().stream().anyMatch(finding -> finding.severity() == severity);
  }
}
