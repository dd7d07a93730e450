package dev.garrison.connection.ntlm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** List of attribute and value pairs (MS-NLMP 2.2.2.1), in its order. */
final class AvPairs {
  static final int END = 0;
  static final int FLAGS = 6;
  static final int TIMESTAMP = 7;
  static final int TARGET_NAME = 9;
  static final int CHANNEL_BINDINGS = 10;

  /** Length of a FILETIME (MS-NLMP 2.2.2.1, MsvAvTimestamp). */
  private static final int TIME_LENGTH = Long.BYTES;

  /** Bit in {@link #FLAGS}: the message has an integrity code. */
  static final int HAS_MIC = 0x2;

  private final Map<Integer, byte[]> pairs;

  private AvPairs(Map<Integer, byte[]> pairs) {
    this.pairs = pairs;
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static AvPairs read(byte[] bytes) {
    Map<Integer, byte[]> pairs = new LinkedHashMap<>();
    ByteBuffer source = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (source.remaining() >= 4) {
      int id = Short.toUnsignedInt(source.getShort());
      int length = Short.toUnsignedInt(source.getShort());
      if (id == END) {
        return new AvPairs(pairs);
      }
      if (length > source.remaining()) {
        throw new IllegalArgumentException("an attribute is cut");
      }
      if (id == TIMESTAMP && length != TIME_LENGTH) {
        throw new IllegalArgumentException(
            "its time has %d bytes instead of %d".formatted(length, TIME_LENGTH));
      }
      byte[] value = new byte[length];
      source.get(value);
      pairs.put(id, value);
    }
    throw new IllegalArgumentException("the list of attributes has no end");
  }

  Optional<byte[]> value(int id) {
    return Optional.ofNullable(pairs.get(id));
  }

  /** The same list with another value in it. */
  AvPairs with(int id, byte[] value) {
    Map<Integer, byte[]> changed = new LinkedHashMap<>(pairs);
    changed.put(id, value);
    return new AvPairs(changed);
  }

  byte[] encoded() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pairs.forEach((id, value) -> {
      out.writeBytes(header(id, value.length));
      out.writeBytes(value);
    });
    out.writeBytes(header(END, 0));
    return out.toByteArray();
  }

  private static byte[] header(int id, int length) {
    return ByteBuffer.allocate(4)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) id)
        .putShort((short) length)
        .array();
  }
}
