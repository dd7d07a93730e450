package dev.garrison.payload.onboarding;

import dev.garrison.language.Text;
import dev.garrison.payload.signer.CertificateFacts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Describes the signer of a package for comparison by a person, and as the manifest would accept
 * it.
 */
final class SignerLines {
  /** Form of a name that a manifest accepts: exact, no wildcard. */
  private static final Pattern DNS_NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");

  private SignerLines() {}

  /** Leaf, its names, issuer and root, each with its digest. */
  static Text told(List<CertificateFacts> chain) {
    CertificateFacts leaf = chain.getFirst();
    return Text.of(
        "signer.chain",
        "name",
        leaf.name(),
        "names",
        leaf.dnsNames().isEmpty() ? Text.of("signer.without-dns-names") : leaf.dnsNames(),
        "digest",
        leaf.sha256().hex(),
        "issuer",
        one(chain.get(1)),
        "root",
        one(chain.getLast()));
  }

  private static Text one(CertificateFacts certificate) {
    return Text.of(
        "signer.certificate", "name", certificate.name(), "digest", certificate.sha256().hex());
  }

  /** Action for a signer that is not trusted by default. */
  static Text remedy(List<CertificateFacts> chain) {
    return entry(chain)
        .map(entry -> Text.of("signer.compare-and-trust", "entry", entry))
        .orElseGet(() -> Text.of("signer.compare-without-name"));
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
