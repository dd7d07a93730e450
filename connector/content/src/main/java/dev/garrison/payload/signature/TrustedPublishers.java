package dev.garrison.payload.signature;

import dev.garrison.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Trusted signers of code. The authorities of this machine are not used, because they certify
 * anyone.
 *
 * @param roots in the order in which they are asked
 */
public record TrustedPublishers(List<TrustedRoot> roots) {
  private static final String MICROSOFT = "Microsoft Corporation";

  /**
   * Common names under which Microsoft signs its own code. Others, such as Microsoft Windows
   * Hardware Compatibility Publisher, sign the code of third parties under the same authorities.
   */
  private static final Set<String> PUBLISHERS =
      Set.of(MICROSOFT, "Microsoft Windows", "Microsoft Windows Publisher");

  /**
   * SHA-256 of Microsoft's code signing authorities. Published at <a
   * href="https://www.microsoft.com/pkiops/docs/repository.htm">Microsoft's PKI repository</a> as
   * MicRooCerAut_2010-06-23.crt and MicRooCerAut2011_2011_03_22.crt.
   */
  private static final Map<String, String> MICROSOFT_ROOTS =
      Map.of(
          "microsoft-root-2010.pem",
          "df545bf919a2439c36983b54cdfc903dfa4f37d3996d8d84b4c31eec6f3c163e",
          "microsoft-root-2011.pem",
          "847df6a78497943f27fc72eb93f9a637320a02b561d0a91b09e87a7807ed7c61");

  public TrustedPublishers {
    roots = List.copyOf(roots);
  }

  /** Trusts only Microsoft's own code. */
  public static TrustedPublishers microsoft() {
    return new TrustedPublishers(
        MICROSOFT_ROOTS.entrySet().stream()
            .map(root -> microsoft(root.getKey(), root.getValue()))
            .toList());
  }

  /** Adds others. */
  public TrustedPublishers and(List<TrustedRoot> others) {
    List<TrustedRoot> all = new ArrayList<>(roots);
    all.addAll(others);
    return new TrustedPublishers(all);
  }

  /** Whether a signer below this root counts, by any entry for the same certificate. */
  boolean accepts(TrustedRoot root, DistinguishedName signer) {
    return roots.stream()
        .anyMatch(known -> known.certificate().equals(root.certificate()) && known.accepts(signer));
  }

  /** The common name of a root that is not Microsoft's. */
  static Optional<String> added(TrustedRoot root) {
    try {
      return MICROSOFT_ROOTS.containsValue(Sha256.of(root.certificate().getEncoded()).hex())
          ? Optional.empty()
          : Optional.of(
              DistinguishedName.spoken(root.certificate().getSubjectX500Principal()).toString());
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate that was read has its encoding", e);
    }
  }

  private static TrustedRoot microsoft(String resource, String fingerprint) {
    try (InputStream stream = TrustedPublishers.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the program was built without " + resource);
      }
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
      if (!Sha256.of(certificate.getEncoded()).hex().equals(fingerprint)) {
        throw new IllegalStateException(resource + " is not Microsoft's certificate");
      }
      return new TrustedRoot(certificate, Optional.of(MICROSOFT), PUBLISHERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      throw new IllegalStateException(resource + " cannot be read", e);
    }
  }
}
