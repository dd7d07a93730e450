package dev.garrison.payload.msi;

import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import dev.garrison.payload.PackageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/**
 * The first 512 bytes of a compound file ([MS-CFB] 2.2).
 *
 * @param sectorShift 9 or 12: sectors of 512 or 4096 bytes
 * @param sectors number that the file has room for
 * @param fatSectors number of them that hold the FAT
 * @param sectorsOfFat positions of the first 109 of those
 */
record CompoundHeader(
    int sectorShift,
    int sectors,
    int fatSectors,
    int firstDirectorySector,
    int firstMiniFatSector,
    int firstDifatSector,
    IntBuffer sectorsOfFat) {
  static final byte[] MAGIC = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  /** Streams below this size are in the mini stream. */
  static final int CUTOFF = 4096;

  private static final long LARGEST_FILE = 1L << 30;
  private static final int SIZE = 512;
  private static final int IN_HEADER = 109;
  private static final int MINI_SHIFT = 6;

  static CompoundHeader read(PackageFile file) throws IOException {
    if (!file.startsWith(MAGIC) || file.size() < SIZE) {
      throw new DamagedFileException(Text.of("damage.no-compound-file"));
    }
    if (file.size() > LARGEST_FILE) {
      throw new DamagedFileException(Text.of("damage.file-large"));
    }
    ByteBuffer header = ByteBuffer.wrap(file.read(0, SIZE)).order(ByteOrder.LITTLE_ENDIAN);
    int shift = header.getShort(30);
    boolean known =
        switch (header.getShort(26)) {
          case 3 -> shift == 9;
          case 4 -> shift == 12;
          default -> false;
        };
    if (!known || header.getShort(32) != MINI_SHIFT || header.getInt(56) != CUTOFF) {
      throw new DamagedFileException(Text.of("damage.compound-version"));
    }
    return new CompoundHeader(
        shift,
        (int) ((file.size() + (1 << shift) - 1) >> shift) - 1,
        header.getInt(44),
        header.getInt(48),
        header.getInt(60),
        header.getInt(68),
        header.slice(76, IN_HEADER * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer());
  }

  int sectorSize() {
    return 1 << sectorShift;
  }

  /** Offset of a sector in the file. */
  long offset(int sector) {
    return (sector + 1L) << sectorShift;
  }
}
