import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts one fixed time where an installer's summary has the times of its build (MS-OLEPS 2.21 and 3.1), so that the same
 * sources give the same bytes. Argument: the installer, which is rewritten.
 */
public final class SettleTimes {
  /** Of the format "summary information", as it is stored. */
  private static final byte[] FORMAT = {
    (byte) 0xE0, (byte) 0x85, (byte) 0x9F, (byte) 0xF2, (byte) 0xF9, 0x4F, 0x68, 0x10,
    (byte) 0xAB, (byte) 0x91, 0x08, 0x00, 0x2B, 0x27, (byte) 0xB3, (byte) 0xD9
  };

  private static final int CREATED = 12;
  private static final int SAVED = 13;
  private static final int FILETIME = 0x40;

  /** 1980-01-01, in tenths of a microsecond since 1601. */
  private static final long TIME = 119_600_064_000_000_000L;

  private SettleTimes() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int set = find(bytes.array()) - 28;
    int section = set + bytes.getInt(set + 44);
    int settled = 0;
    for (int i = 0; i < bytes.getInt(section + 4); i++) {
      int kind = bytes.getInt(section + 8 + 8 * i);
      int value = section + bytes.getInt(section + 12 + 8 * i);
      if ((kind == CREATED || kind == SAVED) && bytes.getInt(value) == FILETIME) {
        bytes.putLong(value + 4, TIME);
        settled++;
      }
    }
    if (settled != 2) {
      throw new IllegalStateException(file + " has " + settled + " times where two were expected");
    }
    Files.write(file, bytes.array());
  }

  private static int find(byte[] bytes) {
    for (int at = 28; at < bytes.length - FORMAT.length; at++) {
      int same = 0;
      while (same < FORMAT.length && bytes[at + same] == FORMAT[same]) {
        same++;
      }
      if (same == FORMAT.length) {
        return at;
      }
    }
    throw new IllegalStateException("there is no summary in it");
  }
}
