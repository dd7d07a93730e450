package dev.garrison.payload.signature;

import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import java.util.Arrays;

/**
 * Checks the structure of ASN.1 before a library builds objects of it. Lengths must be definite and
 * fit into one another, with no more nesting than any signature needs: one nested in another takes
 * 34 levels.
 */
public final class DerShape {
  private static final int MOST_LEVELS = 64;
  private static final int MOST_PADDING = 7;
  private static final byte[] PADDING = new byte[MOST_PADDING];
  private static final int MOST_VALUES = 50_000;
  private static final int CONSTRUCTED = 0x20;
  private static final int LONG_FORM = 0x80;
  private static final int MULTIPLE_BYTES = 0x1f;

  private final byte[] bytes;
  private int values;

  private DerShape(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The single value in these bytes, without padding. Signing tools pad with zeros to a multiple of
   * eight; any other bytes there would be covered by no signature.
   */
  public static byte[] only(byte[] bytes) throws DamagedFileException {
    int end = new DerShape(bytes).value(0, bytes.length, MOST_LEVELS);
    if (bytes.length - end > MOST_PADDING
        || !Arrays.equals(bytes, end, bytes.length, PADDING, 0, bytes.length - end)) {
      throw new DamagedFileException(Text.of("damage.signature-followed"));
    }
    return Arrays.copyOf(bytes, end);
  }

  /** End of the value that begins at a position. */
  private int value(int from, int end, int levels) throws DamagedFileException {
    if (levels == 0 || ++values > MOST_VALUES) {
      throw new DamagedFileException(Text.of("damage.asn1-deep"));
    }
    int tag = at(from, end);
    int lengthAt = from + 1;
    if ((tag & MULTIPLE_BYTES) == MULTIPLE_BYTES) {
      throw new DamagedFileException(Text.of("damage.asn1-tag"));
    }
    int first = at(lengthAt, end);
    int contentAt = lengthAt + 1;
    long length = first;
    if (first >= LONG_FORM) {
      int count = first - LONG_FORM;
      if (count == 0 || count > Integer.BYTES) {
        throw new DamagedFileException(Text.of("damage.asn1-length"));
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = length << Byte.SIZE | at(contentAt++, end);
      }
    }
    if (length > end - contentAt) {
      throw new DamagedFileException(Text.of("damage.asn1-ends"));
    }
    int contentEnd = contentAt + (int) length;
    if ((tag & CONSTRUCTED) != 0) {
      for (int inner = contentAt; inner < contentEnd; ) {
        inner = value(inner, contentEnd, levels - 1);
      }
    }
    return contentEnd;
  }

  private int at(int place, int end) throws DamagedFileException {
    if (place >= end) {
      throw new DamagedFileException(Text.of("damage.asn1-ends"));
    }
    return Byte.toUnsignedInt(bytes[place]);
  }
}
