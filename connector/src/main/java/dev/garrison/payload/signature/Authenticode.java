package dev.garrison.payload.signature;

import dev.garrison.payload.DamagedFileException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.DigestInfo;

/**
 * Verifies signatures as Windows does (<a
 * href="https://learn.microsoft.com/windows-hardware/drivers/install/authenticode">Authenticode</a>):
 * the file's digest, the signature over it, the chain to a root that counts, its use, its validity
 * when it was signed, and who signed. Whether a certificate was revoked is not asked: that would
 * need the network.
 */
public final class Authenticode {
  private static final ASN1ObjectIdentifier INDIRECT_DATA =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.4");
  private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

  /** BouncyCastle reads late, and answers ASN.1 that lies with whatever it stumbles over. */
  private static final String LIES = "it is no whole CMS signature";

  private final Trust trust;

  public Authenticode(Trust trust) {
    this.trust = trust;
  }

  /**
   * What the file's signatures prove: the primary one and those nested in it. One that counts is
   * enough, as for Windows.
   *
   * @param name of the file, for messages
   * @param asOf the time at which a signature without timestamp must be valid
   * @throws IOException when the file cannot be read
   */
  public Proof verify(String name, SignedContent content, Instant asOf) throws IOException {
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
    List<byte[]> nested = primary.nested();
    List<Proof> proofs = new ArrayList<>(List.of(proof(name, primary, content, asOf)));
    for (int i = 0; i < nested.size(); i++) {
      String which = nested.size() == 1 ? "" : " " + (i + 1);
      proofs.add(
          nested(name + " (nested signature%s)".formatted(which), nested.get(i), content, asOf));
    }
    return Proof.of(proofs);
  }

  private Proof nested(String name, byte[] der, SignedContent content, Instant asOf)
      throws IOException {
    Parsed parsed;
    try {
      parsed = Parsed.of(der);
    } catch (DamagedFileException e) {
      return Proof.unusable(name, e.what());
    }
    return parsed.nested().isEmpty()
        ? proof(name, parsed, content, asOf)
        : Proof.unusable(name, "it holds others in itself");
  }

  private Proof proof(String name, Parsed parsed, SignedContent content, Instant asOf)
      throws IOException {
    if (parsed.digest().isEmpty()) {
      return Proof.unusable(name, "it is not over a SHA-256 digest");
    }
    boolean fits = MessageDigest.isEqual(parsed.digest().get(), content.digest());
    try {
      return judged(name, parsed.signature(), fits, asOf);
    } catch (RuntimeException e) {
      return Proof.unusable(name, LIES);
    }
  }

  /**
   * A signature, as far as it can be read without judging it.
   *
   * @param digest of the file, where it is one that counts
   */
  private record Parsed(CmsSignature signature, Optional<byte[]> digest, List<byte[]> nested) {
    static Parsed of(byte[] der) throws DamagedFileException {
      try {
        CmsSignature signature = CmsSignature.read(der);
        return new Parsed(signature, signedDigest(signature), signature.nested());
      } catch (RuntimeException e) {
        throw new DamagedFileException(LIES, e);
      }
    }
  }

  private Proof judged(String name, CmsSignature signature, boolean fits, Instant asOf) {
    Optional<X509Certificate> signer = signature.certificate();
    if (signer.isEmpty()) {
      return Proof.unusable(name, "it lacks the certificate of its signer");
    }
    return fits && signature.madeWith(signer.get())
        ? chained(name, signature, signer.get(), asOf)
        : Proof.tampered(name, signer);
  }

  /** The digest of the file that the signature speaks of. */
  private static Optional<byte[]> signedDigest(CmsSignature signature) throws DamagedFileException {
    if (!signature.contentType().equals(INDIRECT_DATA)
        || !NISTObjectIdentifiers.id_sha256.getId().equals(signature.digestAlgorithm())
        || !(signature.content() instanceof ASN1Sequence content)
        || content.size() != 2) {
      return Optional.empty();
    }
    try {
      ASN1Encodable digest = content.getObjectAt(1);
      DigestInfo info = DigestInfo.getInstance(digest);
      return Optional.of(info)
          .filter(known ->
              known.getAlgorithmId().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256))
          .map(DigestInfo::getDigest);
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new DamagedFileException("it names no digest", e);
    }
  }

  private Proof chained(String name, CmsSignature signature, X509Certificate signer, Instant asOf) {
    Timestamp timestamp = Timestamp.of(signature, trust);
    if (timestamp instanceof Timestamp.Bad bad && bad.fault().breaksTheSignature()) {
      return Proof.unusableFor(name, signer, bad);
    }
    Optional<Chain> found = Chain.find(signer, signature.certificates(), trust);
    if (found.isEmpty()) {
      return Proof.untrusted(name, signer);
    }
    Chain chain = found.get();
    Instant at = timestamp instanceof Timestamp.Good good ? good.at() : asOf;
    if (!(timestamp instanceof Timestamp.Good) && !chain.withinTime(at)) {
      return Proof.expired(name, signer, timestamp);
    }
    if (chain.problem(at).isPresent()) {
      return Proof.unusable(name, signer, "its chain was not valid at " + at);
    }
    if (!chain.serves(CODE_SIGNING)) {
      return Proof.unusable(name, signer, "its certificate is not for signing code");
    }
    if (!chain.root().accepts(DistinguishedName.of(signer.getSubjectX500Principal()))) {
      return Proof.anotherPublisher(name, signer, timestamp);
    }
    return Proof.valid(name, chain, timestamp);
  }
}
