package dev.garrison.payload.onboarding.blob;

import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.payload.onboarding.blob.BlobException.Fault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * Verifies the signature of a blob. It is RSA with PKCS#1 v1.5 over the UTF-8 bytes of the body,
 * the signature's bytes in the reverse order, as CryptoAPI writes them. Some carry a third
 * signature, RSASSA-PSS with SHA-256 and a salt of 32 bytes, not reversed. Microsoft does not
 * document this; it was found on 35 published packages of 2020 to 2026, the third signature on one
 * of them.
 */
public final class BlobVerifier {
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final Json json;
  private final SigningChain chains;

  public BlobVerifier(Json json, SignerTrust trust) {
    this.json = json;
    this.chains = new SigningChain(trust);
  }

  /**
   * Proves a blob.
   *
   * @throws BlobException with the reason when it cannot be proven
   */
  public BlobProof prove(SignedBlob blob) throws BlobException {
    BlobStatement statement = BlobStatement.read(json, blob.body());
    if (blob.certificates().isEmpty()) {
      throw new BlobException(Fault.UNSIGNED, Text.of("blob.certificate-missing"));
    }
    SigningChain.Read chain = chains.read(blob.certificates());
    RSAPublicKey key = SigningChain.key(chain.signer());
    boolean sha1 = signed(blob, key);
    signedByPss(blob, key);
    SigningChain.Signer signer = chains.prove(chain);
    return new BlobProof(
        statement,
        blob.digest(),
        signer.chain(),
        signer.vouched(),
        sha1,
        blob.pssSignature().isPresent());
  }

  private static void signedByPss(SignedBlob blob, RSAPublicKey key) throws BlobException {
    if (blob.pssSignature().isEmpty()) {
      return;
    }
    try {
      Signature verifier = Signature.getInstance("RSASSA-PSS");
      verifier.setParameter(PSS);
      if (fits(verifier, key, body(blob), blob.pssSignature().get())) {
        return;
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has RSASSA-PSS", e);
    }
    throw new BlobException(Fault.TAMPERED, Text.of("blob.third-signature-wrong"));
  }

  private static byte[] body(SignedBlob blob) {
    return blob.body().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Verifies the signatures, and returns whether one is SHA-1. Any signature that does not match is
   * refused.
   */
  private static boolean signed(SignedBlob blob, RSAPublicKey key) throws BlobException {
    byte[] body = body(blob);
    Optional<byte[]> strong = blob.sha256Signature();
    Optional<byte[]> other = blob.signature();
    boolean otherIsSha1 = other.filter(sig -> fits("SHA1withRSA", key, body, sig)).isPresent();
    if (strong.isEmpty()) {
      if (other.isEmpty()) {
        throw new BlobException(Fault.UNSIGNED, Text.of("blob.signature-missing"));
      }
      if (otherIsSha1) {
        throw new BlobException(Fault.SIGNED_WEAKLY, Text.of("blob.signature-sha1"));
      }
    }
    byte[] proof = strong.or(() -> other).orElseThrow();
    boolean otherIsProof = other.filter(sig -> Arrays.equals(sig, proof)).isPresent();
    if (!fits("SHA256withRSA", key, body, proof)
        || (other.isPresent() && !otherIsSha1 && !otherIsProof)) {
      throw new BlobException(Fault.TAMPERED, Text.of("blob.signature-wrong"));
    }
    return otherIsSha1;
  }

  private static boolean fits(String algorithm, PublicKey key, byte[] body, byte[] reversed) {
    byte[] signature = new byte[reversed.length];
    for (int i = 0; i < reversed.length; i++) {
      signature[i] = reversed[reversed.length - 1 - i];
    }
    try {
      return fits(Signature.getInstance(algorithm), key, body, signature);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }

  private static boolean fits(Signature verifier, PublicKey key, byte[] body, byte[] signature) {
    try {
      verifier.initVerify(key);
      verifier.update(body);
      return verifier.verify(signature);
    } catch (InvalidKeyException | SignatureException e) {
      // A signature of the wrong length, or a key that cannot have made one, proves nothing.
      return false;
    }
  }
}
