package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Blocks of plain LZ77 ([MS-XCA] 2.4), each behind its two lengths. Copies of what came before are
 * not read: the lab makes none.
 */
final class XpressBlocks {
  private XpressBlocks() {}

  static byte[] unpacked(byte[] packed) {
    ByteBuffer in = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (in.hasRemaining()) {
      assertThat(in.remaining()).as("Invalid compression header").isGreaterThanOrEqualTo(8);
      int original = in.getInt();
      int compressed = in.getInt();
      assertThat(original).as("Invalid compression header").isBetween(1, 1 << 16);
      assertThat(compressed).as("Invalid compression header").isBetween(1, in.remaining());
      block(in.slice(in.position(), compressed).order(ByteOrder.LITTLE_ENDIAN), original, out);
      in.position(in.position() + compressed);
    }
    return out.toByteArray();
  }

  private static void block(ByteBuffer in, int original, ByteArrayOutputStream out) {
    int left = original;
    int flags = 0;
    int flagsLeft = 0;
    while (left > 0) {
      if (flagsLeft == 0) {
        flags = in.getInt();
        flagsLeft = Integer.SIZE;
      }
      flagsLeft--;
      assertThat(flags >>> flagsLeft & 1).as("a copy").isZero();
      out.write(in.get());
      left--;
    }
    assertThat(in.hasRemaining()).isFalse();
  }
}
