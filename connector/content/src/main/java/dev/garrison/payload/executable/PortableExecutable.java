package dev.garrison.payload.executable;

import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import dev.garrison.payload.PackageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The headers of a program in the <a
 * href="https://learn.microsoft.com/windows/win32/debug/pe-format">PE format</a>. Offsets and sizes
 * are in bytes of the file.
 *
 * @param checksum position of the checksum, which no signature covers
 * @param certificateEntry position of the header entry that names the signature
 * @param certificates position of the signature; 0 when there is none
 * @param resources position of the resources; of size 0 without them
 */
record PortableExecutable(
    long checksum,
    long certificateEntry,
    long certificates,
    long certificatesSize,
    Section resources) {
  /** A part of the file that is loaded at an address. */
  record Section(long address, long offset, long size) {}

  private static final int HEADERS = 4096;
  private static final int COFF = 24;
  private static final int SECTION = 40;
  private static final int MOST_SECTIONS = 96;
  private static final int RESOURCES = 2;
  private static final int CERTIFICATES = 4;

  static PortableExecutable read(PackageFile file) throws IOException {
    ByteBuffer headers = ByteBuffer.wrap(file.head()).order(ByteOrder.LITTLE_ENDIAN);
    int pe = number(headers, 0x3c);
    if (!file.startsWith((byte) 'M', (byte) 'Z') || number(headers, pe) != 0x4550) {
      throw new DamagedFileException(Text.of("damage.no-program"));
    }
    int optional = pe + COFF;
    int directories =
        optional
            + switch (half(headers, optional)) {
              case 0x10b -> 96;
              case 0x20b -> 112;
              default -> throw new DamagedFileException(Text.of("damage.program-header"));
            };
    if (number(headers, directories - Integer.BYTES) <= CERTIFICATES) {
      throw new DamagedFileException(Text.of("damage.program-header-short"));
    }
    int certificateEntry = directories + 8 * CERTIFICATES;
    long resources = unsigned(headers, directories + 8 * RESOURCES);
    int sections = optional + half(headers, pe + 20);
    return new PortableExecutable(
        optional + 64L,
        certificateEntry,
        unsigned(headers, certificateEntry),
        unsigned(headers, certificateEntry + Integer.BYTES),
        section(headers, sections, half(headers, pe + 6), resources));
  }

  /** The section that holds the address. */
  private static Section section(ByteBuffer headers, int first, int count, long address)
      throws DamagedFileException {
    if (count > MOST_SECTIONS) {
      throw new DamagedFileException(Text.of("damage.program-sections"));
    }
    for (int i = 0; i < count; i++) {
      int at = first + SECTION * i;
      long start = unsigned(headers, at + 12);
      long size = unsigned(headers, at + 16);
      if (address != 0 && address >= start && address - start < size) {
        long skipped = address - start;
        return new Section(address, unsigned(headers, at + 20) + skipped, size - skipped);
      }
    }
    return new Section(0, 0, 0);
  }

  private static int half(ByteBuffer headers, int at) throws DamagedFileException {
    return number(headers, at) & 0xffff;
  }

  private static long unsigned(ByteBuffer headers, int at) throws DamagedFileException {
    return Integer.toUnsignedLong(number(headers, at));
  }

  private static int number(ByteBuffer headers, int at) throws DamagedFileException {
    if (at < 0 || at > Math.min(headers.limit(), HEADERS) - Integer.BYTES) {
      throw new DamagedFileException(Text.of("damage.program-headers-end"));
    }
    return headers.getInt(at);
  }
}
