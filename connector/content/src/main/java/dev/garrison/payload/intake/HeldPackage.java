package dev.garrison.payload.intake;

import dev.garrison.language.Text;
import dev.garrison.payload.Fact;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.SignatureReport;
import dev.garrison.share.FileVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A package in the package folder.
 *
 * @param inspection its current inspection
 * @param added time at which it was added
 */
public record HeldPackage(Inspection inspection, Instant added) {
  /**
   * The latest first: by version, then by the time of the signature, then by the time it was added.
   */
  static final Comparator<HeldPackage> LATEST_FIRST =
      Comparator.comparing(HeldPackage::version, HeldPackage::compare)
          .thenComparing(HeldPackage::signed)
          .thenComparing(HeldPackage::added)
          .thenComparing(held -> held.inspection().sha256().hex())
          .reversed();

  /** The manifest's key for packages of this kind; empty for a file of no kind. */
  public String role() {
    return inspection.kind().map(PackageKind::name).orElse("");
  }

  /** The package's version, if the package contains one. */
  public FileVersion version() {
    return new FileVersion(inspection.description().facts().getOrDefault(Fact.VERSION, ""));
  }

  /** The signer, if a valid signature proves it. */
  Optional<Text> signer() {
    return inspection
        .description()
        .signature()
        .filter(report -> report.status() == SignatureReport.Status.VALID)
        .flatMap(SignatureReport::signerText);
  }

  private Instant signed() {
    return inspection
        .description()
        .signature()
        .flatMap(SignatureReport::timestamp)
        .orElse(Instant.EPOCH);
  }

  /**
   * Compares versions. Versions that cannot be compared come first and are equal, so that the order
   * is total.
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
