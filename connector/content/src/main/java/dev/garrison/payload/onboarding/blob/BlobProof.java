package dev.garrison.payload.onboarding.blob;

import dev.garrison.digest.Sha256;
import dev.garrison.payload.onboarding.blob.SignerTrust.Vouched;
import dev.garrison.payload.signer.CertificateFacts;
import java.util.List;

/**
 * Proof that a blob is unaltered since it was signed, and the identity of its signer.
 *
 * @param digest of the blob
 * @param chain the signer first, the trusted root last
 * @param vouched the reason why the signer counts
 * @param carriesSha1 whether it carries a SHA-1 signature in addition, as packages up to 2023 do
 * @param carriesPss whether it carries a third signature, which was verified like the other
 */
public record BlobProof(
    BlobStatement statement,
    Sha256 digest,
    List<CertificateFacts> chain,
    Vouched vouched,
    boolean carriesSha1,
    boolean carriesPss) {
  public BlobProof {
    chain = List.copyOf(chain);
  }

  public CertificateFacts signer() {
    return chain.getFirst();
  }

  public CertificateFacts issuer() {
    return chain.get(1);
  }

  public CertificateFacts root() {
    return chain.getLast();
  }
}
