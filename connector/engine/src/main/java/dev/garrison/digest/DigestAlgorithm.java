package dev.garrison.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** Digest algorithm that is strong enough for a signature to count. */
public enum DigestAlgorithm {
  SHA_256("SHA-256", "2.16.840.1.101.3.4.2.1"),
  SHA_384("SHA-384", "2.16.840.1.101.3.4.2.2"),
  SHA_512("SHA-512", "2.16.840.1.101.3.4.2.3");

  private final String title;
  private final String identifier;

  DigestAlgorithm(String title, String identifier) {
    this.title = title;
    this.identifier = identifier;
  }

  /** The algorithm with this object identifier (RFC 5754), if it is one of these. */
  public static Optional<DigestAlgorithm> of(String identifier) {
    return Arrays.stream(values()).filter(each -> each.identifier.equals(identifier)).findFirst();
  }

  /** Starts a new computation. */
  public MessageDigest start() {
    try {
      return MessageDigest.getInstance(title);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + title, e);
    }
  }
}
