package dev.garrison.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Creates identifiers from names, so that the same name always gives the same one (ADR 0008). A
 * lost answer can therefore be found again, and two runs agree. UUID version 8 of RFC 9562: the
 * first 122 free bits of a SHA-256 over the length-prefixed parts.
 */
public final class NameBasedUuid {
  private NameBasedUuid() {}

  /**
   * The identifier of these parts. A change in any part, or in where one part ends, gives another
   * identifier.
   */
  public static UUID of(String... parts) {
    MessageDigest digest = Sha256.algorithm();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    ByteBuffer value = ByteBuffer.wrap(digest.digest());
    long high = (value.getLong() & ~0xF000L) | 0x8000L;
    long low = (value.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
