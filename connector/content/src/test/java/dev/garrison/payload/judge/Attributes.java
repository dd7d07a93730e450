package dev.garrison.payload.judge;

import dev.garrison.payload.judge.Authority.Identity;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;

/**
 * Attributes that no signature covers, in signatures that osslsigncode made: timestamps and nested
 * signatures that it does not make.
 */
public final class Attributes {
  private static final ASN1ObjectIdentifier TOKEN =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.3.3.1");
  private static final ASN1ObjectIdentifier NESTED =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.4.1");

  private Attributes() {}

  /** The signature with a timestamp of this authority, whatever its certificate is for. */
  public static byte[] usual(byte[] signature, Identity authority, Instant at) throws Exception {
    return with(
        signature,
        token(value(signature), authority, at, NISTObjectIdentifiers.id_sha256, "SHA-256"));
  }

  /** The signature with a timestamp over its SHA-1 digest. */
  public static byte[] weak(byte[] signature, Identity authority, Instant at) throws Exception {
    return with(
        signature, token(value(signature), authority, at, OIWObjectIdentifiers.idSHA1, "SHA-1"));
  }

  /** The signature with a timestamp that was made for another. */
  public static byte[] another(byte[] signature, Identity authority, Instant at) throws Exception {
    return with(
        signature,
        token(new byte[] {1}, authority, at, NISTObjectIdentifiers.id_sha256, "SHA-256"));
  }

  /** The signature with something in place of a timestamp. */
  public static byte[] with(byte[] signature, ASN1Encodable token) throws Exception {
    return with(signature, new Attribute(TOKEN, new DERSet(token)));
  }

  /** The signature with others nested in it, and without timestamp. */
  public static byte[] nesting(byte[] signature, ASN1Encodable... nested) throws Exception {
    return with(signature, new Attribute(NESTED, new DERSet(nested)));
  }

  private static byte[] with(byte[] signature, Attribute attribute) throws Exception {
    CMSSignedData data = new CMSSignedData(signature);
    SignerInformation signer = data.getSignerInfos().iterator().next();
    return CMSSignedData.replaceSigners(
            data,
            new SignerInformationStore(
                SignerInformation.replaceUnsignedAttributes(
                    signer, new AttributeTable(new DERSet(attribute)))))
        .getEncoded("DER");
  }

  private static byte[] value(byte[] signature) throws Exception {
    return new CMSSignedData(signature).getSignerInfos().iterator().next().getSignature();
  }

  /** As RFC 3161 has it, whatever the certificate is for. */
  private static ASN1Primitive token(
      byte[] stamped, Identity authority, Instant at, ASN1ObjectIdentifier oid, String digest)
      throws Exception {
    TSTInfo info =
        new TSTInfo(
            new ASN1ObjectIdentifier("1.2.3"),
            new MessageImprint(
                new AlgorithmIdentifier(oid), MessageDigest.getInstance(digest).digest(stamped)),
            new ASN1Integer(1),
            new ASN1GeneralizedTime(Date.from(at)),
            null,
            null,
            null,
            null,
            null);
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .build("SHA256withRSA", authority.keys().getPrivate(), authority.certificate()));
    generator.addCertificates(new JcaCertStore(authority.chain()));
    return generator
        .generate(
            new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded()),
            true)
        .toASN1Structure()
        .toASN1Primitive();
  }
}
