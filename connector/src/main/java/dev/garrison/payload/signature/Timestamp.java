package dev.garrison.payload.signature;

import dev.garrison.payload.DamagedFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * When a signature was made, as a timestamp authority says (RFC 3161). Timestamps of the older kind
 * (a PKCS #9 countersignature) do not count.
 *
 * @param at what the authority says
 */
record Timestamp(Instant at) {
  /** The attribute in which Authenticode keeps the token. */
  private static final ASN1ObjectIdentifier TOKEN =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.3.3.1");

  private static final Set<String> STRONG =
      Set.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha384.getId(),
          NISTObjectIdentifiers.id_sha512.getId());
  private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

  /**
   * The timestamp of a signature; nothing where there is none, or none of an authority that counts.
   *
   * @throws DamagedFileException when the token is of another signature, or altered
   */
  static Optional<Timestamp> of(CmsSignature signature, Trust trust) throws DamagedFileException {
    Optional<Attribute> attribute = signature.unsignedAttribute(TOKEN);
    if (attribute.isEmpty()) {
      return Optional.empty();
    }
    try {
      return read(attribute.get(), signature.value(), trust);
    } catch (IllegalArgumentException
        | ClassCastException
        | ArrayIndexOutOfBoundsException
        | IllegalStateException e) {
      throw new DamagedFileException("its timestamp cannot be read", e);
    }
  }

  private static Optional<Timestamp> read(Attribute attribute, byte[] stamped, Trust trust)
      throws DamagedFileException {
    CmsSignature token =
        CmsSignature.read(ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0)));
    if (!token.contentType().equals(PKCSObjectIdentifiers.id_ct_TSTInfo)
        || !(token.content() instanceof byte[] content)) {
      throw new DamagedFileException("its timestamp is none");
    }
    TSTInfo info = TSTInfo.getInstance(content);
    X509Certificate authority =
        token
            .certificate()
            .orElseThrow(() -> new DamagedFileException("its timestamp lacks a certificate"));
    if (!token.madeWith(authority) || !covers(info, stamped)) {
      throw new DamagedFileException("its timestamp is of another signature or was altered");
    }
    Instant at = time(info);
    if (!STRONG.contains(token.digestAlgorithm())
        || !STRONG.contains(info.getMessageImprint().getHashAlgorithm().getAlgorithm().getId())) {
      return Optional.empty();
    }
    return Chain.find(authority, token.certificates(), trust)
        .filter(chain -> chain.serves(TIME_STAMPING) && chain.problem(at).isEmpty())
        .map(_ -> new Timestamp(at));
  }

  private static boolean covers(TSTInfo info, byte[] stamped) throws DamagedFileException {
    try {
      DigestCalculator digest =
          new JcaDigestCalculatorProviderBuilder()
              .build()
              .get(info.getMessageImprint().getHashAlgorithm());
      try (OutputStream into = digest.getOutputStream()) {
        into.write(stamped);
      }
      return Arrays.equals(digest.getDigest(), info.getMessageImprint().getHashedMessage());
    } catch (OperatorCreationException | IOException e) {
      throw new DamagedFileException("its timestamp uses an unknown digest", e);
    }
  }

  private static Instant time(TSTInfo info) throws DamagedFileException {
    try {
      return info.getGenTime().getDate().toInstant();
    } catch (ParseException e) {
      throw new DamagedFileException("its timestamp has no time", e);
    }
  }
}
