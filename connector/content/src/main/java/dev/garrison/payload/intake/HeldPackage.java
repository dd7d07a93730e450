package dev.garrison.payload.intake;

import dev.garrison.payload.Fact;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.SignatureReport;
import dev.garrison.share.FileVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A package in the intake folder.
 *
 * @param inspection what it is now
 * @param added when it came in
 */
public record HeldPackage(Inspection inspection, Instant added) {
  /** The latest first: by version, then by the time of the signature, then by when it came. */
  static final Comparator<HeldPackage> LATEST_FIRST =
      Comparator.comparing(HeldPackage::version, HeldPackage::compare)
          .thenComparing(HeldPackage::signed)
          .thenComparing(HeldPackage::added)
          .thenComparing(held -> held.inspection().sha256().hex())
          .reversed();

  /** The manifest's key for packages of this kind; empty for a file that is none. */
  public String role() {
    return inspection.kind().map(PackageKind::name).orElse("");
  }

  /** What it says of its version, where it does. */
  public FileVersion version() {
    return new FileVersion(inspection.description().facts().getOrDefault(Fact.VERSION, ""));
  }

  /** Who signed it, where a signature proves it. */
  Optional<String> signer() {
    return inspection
        .description()
        .signature()
        .filter(report -> report.status() == SignatureReport.Status.VALID)
        .flatMap(SignatureReport::signedBy);
  }

  private Instant signed() {
    return inspection
        .description()
        .signature()
        .flatMap(SignatureReport::timestamp)
        .orElse(Instant.EPOCH);
  }

  /**
   * Versions that cannot be compared come before the others and are alike: an order without gaps.
   */
  private static int compare(FileVersion one, FileVersion other) {
    if (one.isComparable() != other.isComparable()) {
      return one.isComparable() ? 1 : -1;
    }
    if (one.olderThan(other)) {
      return -1;
    }
    return other.olderThan(one) ? 1 : 0;
  }
}
