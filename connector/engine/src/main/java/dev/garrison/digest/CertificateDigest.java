package dev.garrison.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests whose algorithm a certificate chose; used to name the certificate, not to trust it. */
public final class CertificateDigest {
  private CertificateDigest() {}

  /**
   * The digest of bytes in memory.
   *
   * @param algorithm one of the SHA-2 family
   */
  public static byte[] of(String algorithm, byte[] bytes) {
    if (!algorithm.matches("SHA-(224|256|384|512)")) {
      throw new IllegalArgumentException("not of the SHA-2 family: " + algorithm);
    }
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }
}
