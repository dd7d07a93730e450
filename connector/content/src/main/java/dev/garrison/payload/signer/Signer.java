package dev.garrison.payload.signer;

import dev.garrison.diagnostic.Diagnostic;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Signer of an intact file, whether that signer counts or not.
 *
 * @param chain the signer first, then each issuer, as far as it is known
 * @param counts whether the file is accepted for this signer
 * @param publisher the certificate for the TrustedPublisher store, for a signer of code that counts
 * @param entry the entry for this signer in the manifest's {@code packages.trust}
 * @param findings notes about the signature
 */
public record Signer(
    List<CertificateFacts> chain,
    boolean counts,
    Optional<X509Certificate> publisher,
    Optional<String> entry,
    List<Diagnostic> findings) {
  public Signer {
    chain = List.copyOf(chain);
    findings = List.copyOf(findings);
  }
}
