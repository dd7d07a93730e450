package dev.garrison.payload.signature;

import dev.garrison.digest.DigestAlgorithm;
import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Time of a signature, confirmed by a timestamp authority (RFC 3161). Timestamps of the older kind
 * (a PKCS #9 countersignature) do not count.
 */
sealed interface Timestamp {
  /** There is no timestamp. */
  record Absent() implements Timestamp {}

  /**
   * A timestamp that counts.
   *
   * @param at the authority's time
   */
  record Good(Instant at) implements Timestamp {}

  /**
   * A timestamp that proves no time.
   *
   * @param why in words, without a full stop
   */
  record Bad(Fault fault, Text why) implements Timestamp {}

  /** Fault of a timestamp. */
  enum Fault {
    UNREADABLE,
    /** The timestamp belongs to another signature, or was changed after its authority made it. */
    ALTERED,
    WEAK_DIGEST,
    UNKNOWN_ROOT,
    WEAK_KEY,
    /** The chain of the timestamp's authority was not valid at the timestamp's time. */
    CHAIN,
    /** The certificate of the timestamp's authority is not for timestamps. */
    USAGE;

    /** Whether the fault shows that the signature was changed after its timestamp was made. */
    boolean breaksTheSignature() {
      return switch (this) {
        case UNREADABLE, ALTERED -> true;
        case WEAK_DIGEST, UNKNOWN_ROOT, WEAK_KEY, CHAIN, USAGE -> false;
      };
    }

    private Bad because(Text why) {
      return new Bad(this, why);
    }
  }

  /** Time of the signature, if it is proven. */
  default Optional<Instant> time() {
    return this instanceof Good good ? Optional.of(good.at()) : Optional.empty();
  }

  /** The attribute in which Authenticode keeps the token. */
  ASN1ObjectIdentifier TOKEN = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.3.3.1");

  String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

  /** Reads the timestamp of a signature. */
  static Timestamp of(CmsSignature signature, TrustedPublishers trust) {
    Optional<Attribute> attribute = signature.unsignedAttribute(TOKEN);
    if (attribute.isEmpty()) {
      return new Absent();
    }
    try {
      return read(attribute.get(), signature.value(), trust);
    } catch (DamagedFileException e) {
      return Fault.UNREADABLE.because(Text.of("timestamp.unreadable-told", "reason", e.what()));
    } catch (IllegalArgumentException
        | ClassCastException
        | ArrayIndexOutOfBoundsException
        | IllegalStateException e) {
      // BouncyCastle reads late, and answers ASN.1 that lies with whatever it stumbles over.
      return Fault.UNREADABLE.because(Text.of("timestamp.unreadable"));
    }
  }

  private static Timestamp read(Attribute attribute, byte[] stamped, TrustedPublishers trust)
      throws DamagedFileException {
    CmsSignature token =
        CmsSignature.read(ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0)));
    if (!token.contentType().equals(PKCSObjectIdentifiers.id_ct_TSTInfo)
        || !(token.content() instanceof byte[] content)) {
      throw new DamagedFileException(Text.of("timestamp.none"));
    }
    TSTInfo info = TSTInfo.getInstance(content);
    X509Certificate authority =
        token
            .certificate()
            .orElseThrow(() -> new DamagedFileException(Text.of("timestamp.certificate-missing")));
    if (!token.madeWith(authority) || !covers(info, stamped)) {
      return Fault.ALTERED.because(Text.of("timestamp.altered"));
    }
    Instant at = time(info);
    String imprint = info.getMessageImprint().getHashAlgorithm().getAlgorithm().getId();
    if (token.digestAlgorithm().isEmpty() || DigestAlgorithm.of(imprint).isEmpty()) {
      return Fault.WEAK_DIGEST.because(Authenticode.WEAK_DIGEST);
    }
    return chained(token, authority, at, trust);
  }

  private static Timestamp chained(
      CmsSignature token, X509Certificate authority, Instant at, TrustedPublishers trust) {
    Text name = DistinguishedName.spoken(authority.getSubjectX500Principal());
    Optional<Chain> chain = Chain.find(authority, token.certificates(), trust);
    if (chain.isEmpty()) {
      return Fault.UNKNOWN_ROOT.because(Text.of("timestamp.untrusted", "authority", name));
    }
    Optional<Text> weakKey = chain.get().weakKey();
    if (weakKey.isPresent()) {
      return Fault.WEAK_KEY.because(weakKey.get());
    }
    if (!chain.get().serves(TIME_STAMPING)) {
      return Fault.USAGE.because(
          Text.of("timestamp.certificate-not-for-timestamps", "authority", name));
    }
    return chain.get().problem(at).isEmpty()
        ? new Good(at)
        : Fault.CHAIN.because(Text.of("timestamp.chain-invalid", "authority", name, "at", at));
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
      throw new DamagedFileException(Text.of("timestamp.digest-unknown"), e);
    }
  }

  private static Instant time(TSTInfo info) throws DamagedFileException {
    try {
      return info.getGenTime().getDate().toInstant();
    } catch (ParseException e) {
      throw new DamagedFileException(Text.of("timestamp.time-missing"), e);
    }
  }
}
