package dev.garrison.cli.packages;

import dev.garrison.json.JsonForm;
import dev.garrison.payload.signer.CertificateFacts;
import dev.garrison.payload.signer.Signer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Signer of a file as JSON.
 *
 * @param chain from the signer to the root
 * @param trustEntry the entry of {@code packages.trust} by which the signer is accepted
 */
record SignerAnswer(
    String file,
    boolean counts,
    List<Certificate> chain,
    Optional<String> trustEntry,
    List<FindingAnswer> findings)
    implements JsonForm {
  record Certificate(
      String name, List<String> dnsNames, Instant notBefore, Instant notAfter, String sha256)
      implements JsonForm {
    private static Certificate of(CertificateFacts facts) {
      return new Certificate(
          facts.name(),
          facts.dnsNames(),
          facts.notBefore(),
          facts.notAfter(),
          facts.sha256().hex());
    }
  }

  static SignerAnswer of(Path file, Signer signer) {
    return new SignerAnswer(
        file.toString(),
        signer.counts(),
        signer.chain().stream().map(Certificate::of).toList(),
        signer.entry(),
        signer.findings().stream().map(FindingAnswer::of).toList());
  }
}
