package dev.garrison.payload.msi;

import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;

/**
 * All texts of an installation package. A table holds numbers of texts; the pool has the length of
 * each ({@code _StringPool}) and the data is one after the other ({@code _StringData}).
 */
final class StringPool {
  private static final int LONG_IDS = 0x8000_0000;
  private static final int UTF_8 = 65001;

  private final byte[] data;
  private final Charset charset;
  private final int idSize;
  private final List<Place> places;

  private record Place(int from, int length) {}

  private StringPool(byte[] data, Charset charset, int idSize, List<Place> places) {
    this.data = data;
    this.charset = charset;
    this.idSize = idSize;
    this.places = places;
  }

  static StringPool read(byte[] pool, byte[] data) throws DamagedFileException {
    ByteBuffer entries = ByteBuffer.wrap(pool).order(ByteOrder.LITTLE_ENDIAN);
    if (entries.remaining() < Integer.BYTES) {
      throw new DamagedFileException(Text.of("damage.strings-header"));
    }
    int header = entries.getInt();
    List<Place> places = new ArrayList<>();
    places.add(new Place(0, 0));
    long at = 0;
    while (entries.remaining() >= Integer.BYTES) {
      int length = Short.toUnsignedInt(entries.getShort());
      int references = Short.toUnsignedInt(entries.getShort());
      if (length == 0 && references != 0) {
        if (entries.remaining() < Integer.BYTES) {
          throw new DamagedFileException(Text.of("damage.strings-end"));
        }
        // More than 64 KiB: the next entry is the length, low word first.
        length = entries.getInt();
      }
      if (length < 0 || at + length > data.length) {
        throw new DamagedFileException(Text.of("damage.strings-outside"));
      }
      places.add(new Place((int) at, length));
      at += length;
    }
    return new StringPool(
        data, charset(header & ~LONG_IDS), (header & LONG_IDS) == 0 ? 2 : 3, places);
  }

  private static Charset charset(int codePage) throws DamagedFileException {
    try {
      return switch (codePage) {
        case 0 -> Charset.forName("windows-1252");
        case UTF_8 -> StandardCharsets.UTF_8;
        case 932 -> Charset.forName("windows-31j");
        case 936 -> Charset.forName("GBK");
        case 949 -> Charset.forName("x-windows-949");
        case 950 -> Charset.forName("x-windows-950");
        case 874 -> Charset.forName("x-windows-874");
        case 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258 ->
            Charset.forName("windows-" + codePage);
        default -> Charset.forName("Cp" + codePage);
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new DamagedFileException(
          Text.of("damage.code-page", "page", String.valueOf(codePage)), e);
    }
  }

  /** Number of bytes that a text's number has in tables: 2 or 3. */
  int idSize() {
    return idSize;
  }

  /** The text with this number; 0 is the empty text. */
  String text(int id) throws DamagedFileException {
    if (id < 0 || id >= places.size()) {
      throw new DamagedFileException(Text.of("damage.text-missing"));
    }
    Place place = places.get(id);
    return new String(data, place.from(), place.length(), charset);
  }
}
