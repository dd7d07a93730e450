package dev.garrison.payload.onboarding;

import dev.garrison.diagnostic.Diagnostic;
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
 * A package whose blob is proven. What it does not prove is the script around the blob: Microsoft
 * signs the blob alone.
 *
 * @param file as the user named it
 * @param method for which it was downloaded
 * @param proof that the blob is unaltered, and what it says
 * @param blob what the registry gets; all that is used of the package
 * @param validUntil the day in the file's name, where there is one
 * @param surroundings what is in the package besides
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

  /** What is proven, as a plan tells it. */
  public String inWords() {
    String orgId = proof.statement().orgId().toString();
    return "%s, blob signed by %s, proven for tenant %s..%s"
        .formatted(
            ends().map(end -> "offboards until " + end).orElseGet(this::connectivity),
            signer(),
            orgId.substring(0, 4),
            orgId.substring(orgId.length() - 2));
  }

  /** Microsoft where that is known; otherwise by what it counts, with the digest to compare. */
  private String signer() {
    return switch (proof.vouched().standing()) {
      case KNOWN -> "Microsoft";
      case NAMED -> signerUnderRoot("which 'packages.trust' names");
      case CANDIDATE -> signerUnderRoot("under which no package was seen before");
    };
  }

  private String signerUnderRoot(String why) {
    return "%s (sha256 %s) under '%s', %s"
        .formatted(proof.vouched().name(), proof.signer().sha256().hex(), proof.root().name(), why);
  }

  /** What of the file is proven. */
  public String provenPart() {
    return surroundings.inWords();
  }

  /** What is strange about what the file holds besides the blob; Garrison does not use it. */
  public List<Diagnostic> strangeness() {
    return surroundings.findings(file);
  }

  /** Where servers send their data, as far as the package tells. */
  public String geography() {
    Set<Geography> seen = Geographies.of(proof.statement());
    return seen.isEmpty()
        ? "unknown"
        : seen.stream().map(Geography::word).collect(Collectors.joining(" and "));
  }

  /**
   * When an offboarding package expires: by its name or by what is signed, whichever is earlier.
   */
  public Optional<Instant> ends() {
    return onboards() ? Optional.empty() : OffboardingTerm.end(this);
  }

  /** The kind of connectivity, in Microsoft's word. */
  public String connectivity() {
    return proof.statement().streamlined() ? "streamlined" : "standard";
  }
}
