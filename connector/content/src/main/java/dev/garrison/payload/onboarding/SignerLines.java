package dev.garrison.payload.onboarding;

import dev.garrison.payload.signer.CertificateFacts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Describes the signer of a package for comparison by a person, and as the manifest would accept
 * it.
 */
final class SignerLines {
  private static final String COMPARE =
      "Download the package once more by hand in the Defender portal, and compare these digests with those that 'garrison package signer FILE' prints for it.";

  /** Form of a name that a manifest accepts: exact, no wildcard. */
  private static final Pattern DNS_NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");

  private SignerLines() {}

  /** Leaf, its names, issuer and root, each with its digest. */
  static String told(List<CertificateFacts> chain) {
    CertificateFacts leaf = chain.getFirst();
    return "signed by '%s', SAN %s (SHA-256 %s); issued by %s; root %s"
        .formatted(
            leaf.name(), names(leaf), leaf.sha256().hex(), one(chain.get(1)), one(chain.getLast()));
  }

  private static String one(CertificateFacts certificate) {
    return "'%s' (SHA-256 %s)".formatted(certificate.name(), certificate.sha256().hex());
  }

  private static String names(CertificateFacts leaf) {
    return leaf.dnsNames().isEmpty()
        ? "none"
        : leaf.dnsNames().stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
  }

  /** Action for a signer that is not trusted by default. */
  static String remedy(List<CertificateFacts> chain) {
    return entry(chain)
        .map(entry ->
            COMPARE
                + " Only where they agree, add this to 'trust' under 'packages' in the manifest: "
                + entry)
        .orElse(COMPARE + " Its certificate has no name that a manifest could accept.");
  }

  /** The entry of {@code packages.trust} that accepts this signer, and no other. */
  public static Optional<String> entry(List<CertificateFacts> chain) {
    List<String> names =
        chain.getFirst().dnsNames().stream()
            .filter(name -> DNS_NAME.matcher(name).matches())
            .map("\"%s\""::formatted)
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "- {names: [%s], root: \"sha256:%s\"}"
                .formatted(String.join(", ", names), chain.getLast().sha256().hex()));
  }
}
