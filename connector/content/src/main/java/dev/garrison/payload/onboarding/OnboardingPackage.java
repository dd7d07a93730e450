package dev.garrison.payload.onboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Text;
import dev.garrison.manifest.TenantSection.Geography;
import dev.garrison.payload.onboarding.blob.BlobProof;
import dev.garrison.payload.onboarding.blob.SignedBlob;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A package whose blob is proven. The script around the blob is not proven, because Microsoft signs
 * only the blob.
 *
 * @param file as the user named it
 * @param method the deployment method for which it was downloaded
 * @param proof that the blob is unaltered, and its content
 * @param blob the value for the registry; only this part of the package is used
 * @param validUntil the day in the file's name, if there is one
 * @param surroundings the other content of the package
 */
public record OnboardingPackage(
    String file,
    DeploymentMethod method,
    BlobProof proof,
    SignedBlob blob,
    Optional<LocalDate> validUntil,
    Surroundings surroundings) {
  /** Whether it onboards; otherwise it offboards. */
  public boolean onboards() {
    return proof.statement().onboards();
  }

  /** The proof in words, for a plan. */
  public String inWords() {
    String orgId = proof.statement().orgId().toString();
    return Text.of(
            "package-proof.package",
            "kind",
            ends()
                .map(end -> Text.of("package-proof.offboards", "time", end))
                .orElseGet(() -> Text.verbatim(connectivity())),
            "signer",
            signer(),
            "tenant",
            orgId.substring(0, 4) + ".." + orgId.substring(orgId.length() - 2))
        .toString();
  }

  /**
   * Microsoft, if the signer is known; otherwise the certificate's name and its digest to compare.
   */
  private Text signer() {
    return switch (proof.vouched().standing()) {
      case KNOWN -> Text.verbatim("Microsoft");
      case NAMED -> signerUnderRoot("package-proof.named-root");
      case CANDIDATE -> signerUnderRoot("package-proof.new-root");
    };
  }

  private Text signerUnderRoot(String key) {
    return Text.of(
        key,
        "name",
        proof.vouched().name(),
        "digest",
        proof.signer().sha256().hex(),
        "root",
        proof.root().name());
  }

  /** The proven part of the file. */
  public String provenPart() {
    return surroundings.inWords();
  }

  /** Findings about unusual content in addition to the blob; Garrison does not use that content. */
  public List<Diagnostic> strangeness() {
    return surroundings.findings(file);
  }

  /** Storage location of the servers' data, as far as the package names it. */
  public String geography() {
    Set<Geography> seen = Geographies.of(proof.statement());
    return seen.isEmpty()
        ? "unknown"
        : seen.stream().map(Geography::word).collect(Collectors.joining(" and "));
  }

  /**
   * Expiry of an offboarding package: by its name or by the signed time, the earlier of the two.
   */
  public Optional<Instant> ends() {
    return onboards() ? Optional.empty() : OffboardingTerm.end(this);
  }

  /** The kind of connectivity, in Microsoft's term. */
  public String connectivity() {
    return proof.statement().streamlined() ? "streamlined" : "standard";
  }
}
