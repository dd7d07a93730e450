package dev.garrison.lab.wsus;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * XPRESS without any match found: 32 flags of zero before each 32 bytes.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-xca/">[MS-XCA] 2.4</a>
 */
final class Xpress {
  private static final int LITERALS = 32;

  private Xpress() {}

  static byte[] encode(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length + plain.length / 8 + 8);
    for (int at = 0; at < plain.length; at += LITERALS) {
      int count = Math.min(LITERALS, plain.length - at);
      int flags = count == LITERALS ? 0 : -1 >>> count;
      out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(flags).array());
      out.write(plain, at, count);
    }
    return out.toByteArray();
  }
}
