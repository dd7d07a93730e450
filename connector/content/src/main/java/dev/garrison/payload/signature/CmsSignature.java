package dev.garrison.payload.signature;

import dev.garrison.digest.DigestAlgorithm;
import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** One CMS signature (RFC 5652) with exactly one signer. */
final class CmsSignature {
  private static final int MOST_CERTIFICATES = 24;
  private static final int MOST_NESTED = 8;

  /** The attribute in which Authenticode keeps further signatures over the same file. */
  private static final ASN1ObjectIdentifier NESTED =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.4.1");

  private final CMSSignedData data;
  private final SignerInformation signer;
  private final List<X509Certificate> certificates;

  private CmsSignature(
      CMSSignedData data, SignerInformation signer, List<X509Certificate> certificates) {
    this.data = data;
    this.signer = signer;
    this.certificates = List.copyOf(certificates);
  }

  /** Reads a signature in DER, perhaps with the padding of {@link DerShape#only}. */
  static CmsSignature read(byte[] der) throws DamagedFileException {
    byte[] only = DerShape.only(der);
    try {
      return of(new CMSSignedData(only));
    } catch (CMSException e) {
      throw new DamagedFileException(Text.of("damage.no-cms"), e);
    } catch (RuntimeException e) {
      // BouncyCastle answers ASN.1 that lies with whatever it stumbles over.
      throw new DamagedFileException(Text.of("damage.no-cms"), e);
    }
  }

  /** Reads a signature that is nested in another one. */
  static CmsSignature read(ContentInfo info) throws DamagedFileException {
    try {
      return read(info.getEncoded());
    } catch (DamagedFileException e) {
      throw e;
    } catch (IOException e) {
      throw new DamagedFileException(Text.of("damage.no-cms"), e);
    }
  }

  private static CmsSignature of(CMSSignedData data) throws DamagedFileException {
    Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
    if (signers.size() != 1 || data.getSignedContent() == null) {
      throw new DamagedFileException(Text.of("damage.cms-signers"));
    }
    SignerInformation signer = signers.iterator().next();
    if (!data.getDigestAlgorithmIDs().contains(signer.getDigestAlgorithmID())) {
      throw new DamagedFileException(Text.of("damage.cms-digest"));
    }
    Collection<X509CertificateHolder> holders = data.getCertificates().getMatches(null);
    if (holders.size() > MOST_CERTIFICATES) {
      throw new DamagedFileException(Text.of("damage.cms-certificates-many"));
    }
    return new CmsSignature(data, signer, certificates(holders));
  }

  private static List<X509Certificate> certificates(Collection<X509CertificateHolder> holders)
      throws DamagedFileException {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (X509CertificateHolder holder : holders) {
        certificates.add(
            (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
      }
    } catch (CertificateException | IOException e) {
      throw new DamagedFileException(Text.of("damage.cms-certificate"), e);
    }
    return certificates;
  }

  /** Type of the signed content; {@link #content} is the content itself. */
  ASN1ObjectIdentifier contentType() {
    return data.getSignedContent().getContentType();
  }

  Object content() {
    return data.getSignedContent().getContent();
  }

  /** Every certificate in the signature. */
  List<X509Certificate> certificates() {
    return certificates;
  }

  /** The certificate of the signer. */
  Optional<X509Certificate> certificate() {
    return certificates.stream()
        .filter(certificate ->
            signer.getSID().getSerialNumber() != null
                && certificate.getSerialNumber().equals(signer.getSID().getSerialNumber())
                && sameIssuer(certificate))
        .findFirst();
  }

  private boolean sameIssuer(X509Certificate certificate) {
    return X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded())
        .equals(signer.getSID().getIssuer());
  }

  /** Whether the certificate's key made the signature, over exactly this content. */
  boolean madeWith(X509Certificate certificate) {
    try {
      // With the key alone: when the certificate was valid is decided by the timestamp.
      return signer.verify(
          new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
    } catch (CMSException | OperatorCreationException e) {
      return false;
    }
  }

  /** The bytes of the signature itself, which a timestamp covers. */
  byte[] value() {
    return signer.getSignature();
  }

  /** The digest algorithm of the content, if it is one that counts. */
  Optional<DigestAlgorithm> digestAlgorithm() {
    return DigestAlgorithm.of(signer.getDigestAlgOID());
  }

  /** An attribute that the signature does not cover. */
  Optional<Attribute> unsignedAttribute(ASN1ObjectIdentifier type) {
    AttributeTable table = signer.getUnsignedAttributes();
    return table == null ? Optional.empty() : Optional.ofNullable(table.get(type));
  }

  /** Further signatures over the same file, in their order and not verified. */
  List<byte[]> nested() throws DamagedFileException {
    AttributeTable table = signer.getUnsignedAttributes();
    List<byte[]> nested = new ArrayList<>();
    if (table == null) {
      return nested;
    }
    try {
      ASN1EncodableVector attributes = table.getAll(NESTED);
      for (int i = 0; i < attributes.size(); i++) {
        for (ASN1Encodable value : Attribute.getInstance(attributes.get(i)).getAttrValues()) {
          nested.add(value.toASN1Primitive().getEncoded());
        }
      }
    } catch (IOException e) {
      throw new DamagedFileException(Text.of("damage.cms-nested"), e);
    }
    if (nested.size() > MOST_NESTED) {
      throw new DamagedFileException(Text.of("damage.cms-nested-many", "limit", MOST_NESTED));
    }
    return nested;
  }
}
