package dev.garrison.digest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A SHA-256 digest.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) implements Comparable<Sha256> {
  private static final int BUFFER = 1 << 16;

  public Sha256 {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 digest in lower-case hexadecimal: " + hex);
    }
  }

  /** Digest of bytes in memory. */
  public static Sha256 of(byte[] bytes) {
    return new Sha256(HexFormat.of().formatHex(algorithm().digest(bytes)));
  }

  /** Digest of the text's UTF-8 form. */
  public static Sha256 of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Digest of the rest of the stream, in constant memory. Does not close the stream. */
  public static Sha256 of(InputStream stream) throws IOException {
    MessageDigest digest = algorithm();
    byte[] buffer = new byte[BUFFER];
    for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return new Sha256(HexFormat.of().formatHex(digest.digest()));
  }

  /** A new digest to update while bytes are processed; complete it with {@link #finish}. */
  public static MessageDigest algorithm() {
    return DigestAlgorithm.SHA_256.start();
  }

  /** The value of a digest made by {@link #algorithm}. */
  public static Sha256 finish(MessageDigest digest) {
    return new Sha256(HexFormat.of().formatHex(digest.digest()));
  }

  /** The first twelve digits, for screens. */
  public String shortForm() {
    return hex.substring(0, 12);
  }

  @Override
  public int compareTo(Sha256 other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
