package dev.garrison.lab.wsus;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Encodes bytes in XPRESS format, as the administration service frames it. Each block follows its
 * original and its compressed length. The encoder does not search for matches: 32 flags of zero
 * precede each 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-xca/">[MS-XCA] 2.4</a>
 */
final class Xpress {
  private static final int BLOCK = 1 << 16;
  private static final int LITERALS = 32;

  private Xpress() {}

  static byte[] encode(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length + plain.length / 7 + 16);
    for (int at = 0; at < plain.length; at += BLOCK) {
      int count = Math.min(BLOCK, plain.length - at);
      byte[] packed = block(plain, at, count);
      out.writeBytes(number(count));
      out.writeBytes(number(packed.length));
      out.writeBytes(packed);
    }
    return out.toByteArray();
  }

  private static byte[] block(byte[] plain, int from, int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + length / 8 + 8);
    for (int at = from; at < from + length; at += LITERALS) {
      int count = Math.min(LITERALS, from + length - at);
      out.writeBytes(number(count == LITERALS ? 0 : -1 >>> count));
      out.write(plain, at, count);
    }
    return out.toByteArray();
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
