package dev.garrison.payload.signature;

import dev.garrison.digest.DigestAlgorithm;
import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.DigestInfo;

/**
 * Verifies <a
 * href="https://learn.microsoft.com/windows-hardware/drivers/install/authenticode">Authenticode</a>
 * signatures as Windows does. It checks the file's digest, the signature over it, the chain to a
 * root that counts, its use, its validity when it was signed, and the signer. Revocation is not
 * checked, because that would need the network.
 */
public final class Authenticode {
  private static final ASN1ObjectIdentifier INDIRECT_DATA =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.4");
  private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

  /** BouncyCastle parses late, and fails in many ways on invalid ASN.1. */
  private static final Text LIES = Text.of("signature.no-cms");

  /** Message for a signature over any other digest. */
  static final Text WEAK_DIGEST = Text.of("signature.weak-digest");

  private final TrustedPublishers trust;

  public Authenticode(TrustedPublishers trust) {
    this.trust = trust;
  }

  /**
   * Verifies the file's signatures: the primary one and those nested in it. One that counts is
   * enough, as for Windows.
   *
   * @param name of the file, for messages
   * @param asOf the time at which a signature without timestamp must be valid
   * @throws IOException when the file cannot be read
   */
  public Proof verify(String name, SignedContent content, Instant asOf) throws IOException {
    return verify(Text.verbatim(name), content, asOf);
  }

  private Proof verify(Text name, SignedContent content, Instant asOf) throws IOException {
    Parsed primary;
    try {
      Optional<byte[]> der = content.signature();
      if (der.isEmpty()) {
        return Proof.unsigned(name);
      }
      primary = Parsed.of(der.get());
    } catch (DamagedFileException e) {
      return Proof.unusable(name, e.what());
    }
    Reading reading = new Reading(content, asOf, new EnumMap<>(DigestAlgorithm.class));
    List<byte[]> nested = primary.nested();
    List<Proof> proofs = new ArrayList<>(List.of(proof(name, primary, reading)));
    for (int i = 0; i < nested.size(); i++) {
      Text which =
          nested.size() == 1
              ? Text.of("signature.nested", "file", name)
              : Text.of("signature.nested-one-of", "file", name, "number", i + 1);
      proofs.add(nested(which, nested.get(i), reading));
    }
    return Proof.of(proofs);
  }

  /**
   * A file while it is verified; its content is read once for each algorithm.
   *
   * @param digests those that are known
   */
  private record Reading(
      SignedContent content, Instant asOf, Map<DigestAlgorithm, byte[]> digests) {
    byte[] digest(DigestAlgorithm algorithm) throws IOException {
      byte[] known = digests.get(algorithm);
      if (known != null) {
        return known;
      }
      byte[] digest = content.digest(algorithm);
      digests.put(algorithm, digest);
      return digest;
    }
  }

  private Proof nested(Text name, byte[] der, Reading reading) throws IOException {
    Parsed parsed;
    try {
      parsed = Parsed.of(der);
    } catch (DamagedFileException e) {
      return Proof.unusable(name, e.what());
    }
    return parsed.nested().isEmpty()
        ? proof(name, parsed, reading)
        : Proof.unusable(name, Text.of("signature.nests-others"));
  }

  private Proof proof(Text name, Parsed parsed, Reading reading) throws IOException {
    if (parsed.digest().isEmpty()) {
      return Proof.unusable(name, WEAK_DIGEST);
    }
    FileDigest signed = parsed.digest().get();
    boolean fits =
        MessageDigest.isEqual(signed.info().getDigest(), reading.digest(signed.algorithm()));
    try {
      return judged(name, parsed.signature(), fits, reading.asOf());
    } catch (RuntimeException e) {
      return Proof.unusable(name, LIES);
    }
  }

  private record FileDigest(DigestAlgorithm algorithm, DigestInfo info) {}

  /**
   * A signature, as far as it can be read without judging it.
   *
   * @param digest of the file, if its algorithm counts
   */
  private record Parsed(CmsSignature signature, Optional<FileDigest> digest, List<byte[]> nested) {
    static Parsed of(byte[] der) throws DamagedFileException {
      try {
        CmsSignature signature = CmsSignature.read(der);
        return new Parsed(signature, signedDigest(signature), signature.nested());
      } catch (RuntimeException e) {
        throw new DamagedFileException(LIES, e);
      }
    }
  }

  private Proof judged(Text name, CmsSignature signature, boolean fits, Instant asOf) {
    Optional<X509Certificate> signer = signature.certificate();
    if (signer.isEmpty()) {
      return Proof.unusable(name, Text.of("signature.certificate-missing"));
    }
    return fits && signature.madeWith(signer.get())
        ? chained(name, signature, signer.get(), asOf)
            .along(Chain.upwards(signer.get(), signature.certificates(), trust))
        : Proof.tampered(name, signer);
  }

  /** The digest of the file that the signature covers. */
  private static Optional<FileDigest> signedDigest(CmsSignature signature)
      throws DamagedFileException {
    if (!signature.contentType().equals(INDIRECT_DATA)
        || signature.digestAlgorithm().isEmpty()
        || !(signature.content() instanceof ASN1Sequence content)
        || content.size() != 2) {
      return Optional.empty();
    }
    try {
      DigestInfo info = DigestInfo.getInstance(content.getObjectAt(1));
      return DigestAlgorithm.of(info.getAlgorithmId().getAlgorithm().getId())
          .map(algorithm -> new FileDigest(algorithm, info));
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new DamagedFileException(Text.of("damage.cms-no-digest"), e);
    }
  }

  private Proof chained(Text name, CmsSignature signature, X509Certificate signer, Instant asOf) {
    Timestamp timestamp = Timestamp.of(signature, trust);
    if (timestamp instanceof Timestamp.Bad bad && bad.fault().breaksTheSignature()) {
      return Proof.unusableFor(name, signer, bad);
    }
    Optional<Chain> found = Chain.find(signer, signature.certificates(), trust);
    if (found.isEmpty()) {
      return Proof.untrusted(name, signer);
    }
    Chain chain = found.get();
    Optional<Text> weakKey = chain.weakKey();
    if (weakKey.isPresent()) {
      return Proof.unusable(name, signer, weakKey.get());
    }
    Optional<Instant> made = chain.forItsLifetime() ? Optional.empty() : timestamp.time();
    Instant at = made.orElse(asOf);
    if (made.isEmpty() && !chain.withinTime(at)) {
      return Proof.expired(name, chain, timestamp);
    }
    if (chain.problem(at).isPresent()) {
      return Proof.unusable(name, signer, Text.of("signature.chain-invalid", "at", at));
    }
    if (!chain.serves(CODE_SIGNING)) {
      return Proof.unusable(name, signer, Text.of("signature.certificate-not-for-code"));
    }
    if (!trust.accepts(chain.root(), DistinguishedName.of(signer.getSubjectX500Principal()))) {
      return Proof.anotherPublisher(name, chain, timestamp);
    }
    return Proof.valid(name, chain, timestamp);
  }
}
