package dev.garrison.payload.onboarding.blob;

import dev.garrison.digest.Sha256;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Whose signature on an onboarding package counts.
 *
 * @param microsoft digests of root certificates of Microsoft's; under them only the signer that
 *     onboarding packages have had
 * @param added by the digest of another root certificate, the names of signers that the manifest
 *     trusts under it
 */
public record SignerTrust(Set<Sha256> microsoft, Map<Sha256, Set<String>> added) {
  /** The subject of the signing certificates in published packages of 2020 to 2025. */
  static final String SIGNER = "Seville.Windows.com";

  public SignerTrust {
    microsoft = Set.copyOf(microsoft);
    Map<Sha256, Set<String>> copy = new HashMap<>();
    added.forEach((root, signers) -> copy.put(root, Set.copyOf(signers)));
    added = Map.copyOf(copy);
  }

  /** By which a root certificate is known here. */
  public static Sha256 digest(X509Certificate certificate) {
    try {
      return Sha256.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  boolean trusts(Sha256 root) {
    return microsoft.contains(root) || added.containsKey(root);
  }

  boolean accepts(Sha256 root, String signer) {
    return added.getOrDefault(root, Set.of()).contains(signer)
        || (microsoft.contains(root) && signer.equals(SIGNER));
  }

  /** The names that a root vouches for, as a message lists them. */
  Collection<String> signers(Sha256 root) {
    return microsoft.contains(root) ? Set.of(SIGNER) : added.getOrDefault(root, Set.of());
  }
}
