package dev.garrison.payload.signature;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate authority, and whose code is accepted under it. Authorities also certify others: a
 * valid chain alone says nothing of who signed.
 *
 * @param certificate the authority's own certificate
 * @param organization what the signer's certificate must have as organization (O), if anything
 * @param publishers one of which the signer's certificate must have as common name (CN)
 */
public record TrustedRoot(
    X509Certificate certificate, Optional<String> organization, Set<String> publishers) {
  public TrustedRoot {
    publishers = Set.copyOf(publishers);
  }

  boolean accepts(DistinguishedName signer) {
    return (organization.isEmpty() || signer.organization().equals(organization))
        && signer.commonName().filter(publishers::contains).isPresent();
  }
}
