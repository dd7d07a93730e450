package dev.garrison.payload.signer;

import dev.garrison.diagnostic.Diagnostic;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Who signed a file that is whole, whether that signer counts or not.
 *
 * @param chain the signer first, then who vouches for whom, as far as it is known
 * @param counts whether the file is accepted for this signer
 * @param publisher the certificate that the TrustedPublisher store takes, of a signer of code that
 *     counts
 * @param entry what the manifest's {@code packages.trust} would name this signer with
 * @param findings what is to be known of the signature
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
