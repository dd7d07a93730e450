package dev.garrison.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;

/** A digest that is strong enough for a signature to count. */
public enum DigestAlgorithm {
  SHA_256("SHA-256", NISTObjectIdentifiers.id_sha256),
  SHA_384("SHA-384", NISTObjectIdentifiers.id_sha384),
  SHA_512("SHA-512", NISTObjectIdentifiers.id_sha512);

  /** What is said of a signature over any other. */
  public static final String NONE = "it is not over a SHA-256, SHA-384 or SHA-512 digest";

  private final String title;
  private final String identifier;

  DigestAlgorithm(String title, ASN1ObjectIdentifier identifier) {
    this.title = title;
    this.identifier = identifier.getId();
  }

  /** The one with this object identifier, if it counts. */
  public static Optional<DigestAlgorithm> of(ASN1ObjectIdentifier identifier) {
    return Arrays.stream(values())
        .filter(each -> each.identifier.equals(identifier.getId()))
        .findFirst();
  }

  /** A new computation. */
  public MessageDigest start() {
    try {
      return MessageDigest.getInstance(title);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + title, e);
    }
  }
}
