package dev.garrison.payload.onboarding.blob;

import dev.garrison.json.Json;
import dev.garrison.payload.onboarding.blob.BlobException.Fault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Proves the signature of a blob: RSA with PKCS#1 v1.5 over the UTF-8 bytes of the body, the
 * signature's bytes in the reverse order, as CryptoAPI writes them. Microsoft does not document
 * this; it was found on published packages of 2020 to 2025.
 */
public final class BlobVerifier {
  private static final int SMALLEST_KEY = 2048;
  private static final int LARGEST_KEY = 8192;

  private final Json json;
  private final SigningChain chains;

  public BlobVerifier(Json json, SignerTrust trust) {
    this.json = json;
    this.chains = new SigningChain(trust);
  }

  /**
   * The proof.
   *
   * @throws BlobException when there is none, saying why
   */
  public BlobProof prove(SignedBlob blob) throws BlobException {
    Statement statement = Statement.read(json, blob.body());
    if (blob.certificates().isEmpty()) {
      throw new BlobException(Fault.UNSIGNED, "it carries no certificate");
    }
    SigningChain.Read chain = chains.read(blob.certificates());
    boolean sha1 = signed(blob, key(chain.signer().getPublicKey()));
    List<CertificateFacts> facts = chains.prove(chain);
    return new BlobProof(
        statement, blob.digest(), facts, chains.isMicrosoft(facts.getLast()), sha1, blob.hasPss());
  }

  /** Whether it carries a SHA-1 signature besides; any signature that does not fit is refused. */
  private static boolean signed(SignedBlob blob, RSAPublicKey key) throws BlobException {
    byte[] body = blob.body().getBytes(StandardCharsets.UTF_8);
    Optional<byte[]> strong = blob.sha256Signature();
    Optional<byte[]> other = blob.signature();
    boolean otherIsSha1 = other.filter(sig -> fits("SHA1withRSA", key, body, sig)).isPresent();
    if (strong.isEmpty()) {
      if (other.isEmpty()) {
        throw new BlobException(Fault.UNSIGNED, "it carries no signature");
      }
      if (otherIsSha1) {
        throw new BlobException(Fault.SIGNED_WEAKLY, "it carries a SHA-1 signature only");
      }
    }
    byte[] proof = strong.or(() -> other).orElseThrow();
    boolean otherIsProof = other.filter(sig -> Arrays.equals(sig, proof)).isPresent();
    if (!fits("SHA256withRSA", key, body, proof)
        || (other.isPresent() && !otherIsSha1 && !otherIsProof)) {
      throw new BlobException(Fault.TAMPERED, "its signature does not fit its text");
    }
    return otherIsSha1;
  }

  private static RSAPublicKey key(PublicKey key) throws BlobException {
    if (key instanceof RSAPublicKey rsa
        && rsa.getModulus().bitLength() >= SMALLEST_KEY
        && rsa.getModulus().bitLength() <= LARGEST_KEY) {
      return rsa;
    }
    throw new BlobException(Fault.UNTRUSTED, "the signer's key is no RSA key of 2048 to 8192 bits");
  }

  private static boolean fits(String algorithm, PublicKey key, byte[] body, byte[] reversed) {
    byte[] signature = new byte[reversed.length];
    for (int i = 0; i < reversed.length; i++) {
      signature[i] = reversed[reversed.length - 1 - i];
    }
    try {
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(key);
      verifier.update(body);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // A signature of the wrong length, or a key that cannot have made one, proves nothing.
      return false;
    }
  }
}
