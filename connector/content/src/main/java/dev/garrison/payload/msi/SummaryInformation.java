package dev.garrison.payload.msi;

import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The property set of an installation package, in addition to its tables ([MS-OLEPS] 2.21). */
final class SummaryInformation {
  static final String STREAM = "\005SummaryInformation";
  private static final int SECTION = 44;
  private static final int TEMPLATE = 7;
  private static final int TEXT = 0x1e;
  private static final int MOST_PROPERTIES = 256;

  private SummaryInformation() {}

  /** The property Template: platform and languages, in ASCII. */
  static Optional<String> template(byte[] stream) throws DamagedFileException {
    ByteBuffer set = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    int section = number(set, SECTION);
    int count = number(set, section + 4);
    if (count < 0 || count > MOST_PROPERTIES) {
      throw new DamagedFileException(Text.of("damage.summary-many"));
    }
    for (int i = 0; i < count; i++) {
      int entry = section + 8 + 8 * i;
      if (number(set, entry) == TEMPLATE) {
        return Optional.of(text(set, section + number(set, entry + 4)));
      }
    }
    return Optional.empty();
  }

  private static String text(ByteBuffer set, int at) throws DamagedFileException {
    int length = number(set, at + 4);
    if (number(set, at) != TEXT || length < 0 || length > set.limit() - at - 8) {
      throw new DamagedFileException(Text.of("damage.summary-template"));
    }
    String text = StandardCharsets.US_ASCII.decode(set.slice(at + 8, length)).toString();
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private static int number(ByteBuffer set, int at) throws DamagedFileException {
    if (at < 0 || at > set.limit() - Integer.BYTES) {
      throw new DamagedFileException(Text.of("damage.summary-outside"));
    }
    return set.getInt(at);
  }
}
