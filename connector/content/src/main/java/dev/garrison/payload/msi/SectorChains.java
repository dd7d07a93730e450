package dev.garrison.payload.msi;

import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import dev.garrison.payload.PackageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * The file allocation table of a compound file: the next sector of each sector. [MS-CFB] 2.3 to
 * 2.5. A chain that leaves the file, ends early or runs in a circle is damage.
 */
final class SectorChains {
  private static final int END_OF_CHAIN = -2;

  private final PackageFile file;
  private final CompoundHeader header;
  private final int[] next;

  private SectorChains(PackageFile file, CompoundHeader header, int[] next) {
    this.file = file;
    this.header = header;
    this.next = next;
  }

  static SectorChains read(PackageFile file, CompoundHeader header) throws IOException {
    int perSector = header.sectorSize() / Integer.BYTES;
    int needed = Math.ceilDiv(header.sectors(), perSector);
    if (header.fatSectors() < 0 || header.sectors() < 1) {
      throw new DamagedFileException(Text.of("damage.sectors-size"));
    }
    int present = Math.min(needed, header.fatSectors());
    int[] next = new int[present * perSector];
    int[] sectorsOfFat = sectorsOfFat(file, header, present);
    for (int i = 0; i < present; i++) {
      ints(file, header, sectorsOfFat[i]).get(next, i * perSector, perSector);
    }
    return new SectorChains(file, header, next);
  }

  /** Sectors of the FAT: from the header, then from the sectors chained for it (DIFAT). */
  private static int[] sectorsOfFat(PackageFile file, CompoundHeader header, int count)
      throws IOException {
    int inHeader = header.sectorsOfFat().limit();
    int[] sectors = new int[count];
    header.sectorsOfFat().get(0, sectors, 0, Math.min(count, inHeader));
    int perSector = header.sectorSize() / Integer.BYTES - 1;
    int difat = header.firstDifatSector();
    for (int at = inHeader; at < count; at += perSector) {
      IntBuffer entries = ints(file, header, difat);
      entries.get(sectors, at, Math.min(perSector, count - at));
      difat = entries.get(perSector);
    }
    return sectors;
  }

  private static IntBuffer ints(PackageFile file, CompoundHeader header, int sector)
      throws IOException {
    if (sector < 0 || sector >= header.sectors()) {
      throw new DamagedFileException(Text.of("damage.sector-outside"));
    }
    return ByteBuffer.wrap(file.read(header.offset(sector), header.sectorSize()))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asIntBuffer();
  }

  int sectorSize() {
    return header.sectorSize();
  }

  /** The first sectors of a chain, exactly this number. */
  int[] chain(int first, int count) throws IOException {
    if (count > header.sectors()) {
      throw new DamagedFileException(Text.of("damage.stream-larger-than-file"));
    }
    int[] chain = new int[count];
    int sector = first;
    for (int i = 0; i < count; i++) {
      chain[i] = valid(sector);
      sector = next[sector];
    }
    return chain;
  }

  /** A complete chain of at most this number of sectors. */
  int[] wholeChain(int first, int most) throws IOException {
    int[] chain = new int[16];
    int count = 0;
    for (int sector = first; sector != END_OF_CHAIN; sector = next[sector]) {
      if (count == most) {
        throw new DamagedFileException(Text.of("damage.sectors-circle"));
      }
      if (count == chain.length) {
        chain = Arrays.copyOf(chain, 2 * count);
      }
      chain[count++] = valid(sector);
    }
    return Arrays.copyOf(chain, count);
  }

  private int valid(int sector) throws DamagedFileException {
    if (sector < 0 || sector >= header.sectors() || sector >= next.length) {
      throw new DamagedFileException(Text.of("damage.sectors-left"));
    }
    return sector;
  }

  /** Fills the remaining space of the buffer from a place within one sector. */
  void read(int sector, int offset, ByteBuffer target) throws IOException {
    file.read(header.offset(sector) + offset, target);
  }
}
