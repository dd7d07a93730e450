package dev.garrison.payload.msi;

import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import dev.garrison.payload.PackageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * A compound file ([MS-CFB]): storages and streams in one file, like folders and files. Its tables
 * are held in memory, at most some 12 MiB for the largest file; streams are not kept in memory.
 * Directories that loop, duplicate names and streams that together exceed the file are damage.
 */
final class CompoundFile {
  private static final int NO_ENTRY = -1;
  private static final int MOST_ENTRIES = 16_384;
  private static final int MOST_LEVELS = 8;
  private static final int MOST_MINI_STREAM = 64 << 20;
  private static final int MINI_SECTOR = 64;
  private static final int BLOCK = 1 << 18;
  private static final Comparator<DirectoryEntry> BY_NAME =
      Comparator.comparing(entry -> bytes(entry.nameBytes()), Arrays::compareUnsigned);

  private final SectorChains chains;
  private final DirectoryEntry root;
  private final int[] miniStream;
  private final int[] nextMini;

  private CompoundFile(SectorChains chains, DirectoryEntry root, int[] miniStream, int[] nextMini) {
    this.chains = chains;
    this.root = root;
    this.miniStream = miniStream;
    this.nextMini = nextMini;
  }

  static CompoundFile read(PackageFile file) throws IOException {
    CompoundHeader header = CompoundHeader.read(file);
    SectorChains chains = SectorChains.read(file, header);
    DirectoryEntry root = new Tree(chains, header, file.size()).root();
    if (root.size() > MOST_MINI_STREAM) {
      throw new DamagedFileException(Text.of("damage.mini-stream-large"));
    }
    int[] miniStream =
        chains.chain(root.firstSector(), (int) Math.ceilDiv(root.size(), header.sectorSize()));
    int mini = (int) Math.ceilDiv(root.size(), MINI_SECTOR);
    int perSector = header.sectorSize() / Integer.BYTES;
    int[] sectors = chains.chain(header.firstMiniFatSector(), Math.ceilDiv(mini, perSector));
    int[] nextMini = new int[sectors.length * perSector];
    for (int i = 0; i < sectors.length; i++) {
      ByteBuffer buffer = ByteBuffer.allocate(header.sectorSize()).order(ByteOrder.LITTLE_ENDIAN);
      chains.read(sectors[i], 0, buffer);
      buffer.flip().asIntBuffer().get(nextMini, i * perSector, perSector);
    }
    return new CompoundFile(chains, root, miniStream, nextMini);
  }

  DirectoryEntry root() {
    return root;
  }

  /** All bytes of a stream, if there are at most this number. */
  byte[] bytes(DirectoryEntry stream, int most) throws IOException {
    if (stream.size() > most) {
      throw new DamagedFileException(Text.of("damage.stream-large", "limit", most));
    }
    ByteBuffer all = ByteBuffer.allocate((int) stream.size());
    pass(stream, all::put);
    return all.array();
  }

  /** Passes the bytes of a stream on, in order and block by block. The block is reused. */
  void pass(DirectoryEntry stream, Consumer<ByteBuffer> sink) throws IOException {
    if (stream.size() < CompoundHeader.CUTOFF) {
      passMini(stream, sink);
    } else {
      passSectors(stream, sink);
    }
  }

  private void passSectors(DirectoryEntry stream, Consumer<ByteBuffer> sink) throws IOException {
    int sectorSize = chains.sectorSize();
    int[] chain = chains.chain(stream.firstSector(), (int) Math.ceilDiv(stream.size(), sectorSize));
    ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
    long left = stream.size();
    for (int at = 0; at < chain.length; ) {
      int run = run(chain, at, BLOCK / sectorSize);
      block.clear().limit((int) Math.min((long) run * sectorSize, left));
      chains.read(chain[at], 0, block);
      left -= block.limit();
      sink.accept(block.flip());
      at += run;
    }
  }

  /** Number of sectors from there that are contiguous in the file, and so can be read at once. */
  private static int run(int[] chain, int at, int most) {
    int length = 1;
    while (length < most
        && at + length < chain.length
        && chain[at + length] == chain[at] + length) {
      length++;
    }
    return length;
  }

  private void passMini(DirectoryEntry stream, Consumer<ByteBuffer> sink) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(MINI_SECTOR);
    int mini = stream.firstSector();
    for (long left = stream.size(); left > 0; left -= MINI_SECTOR) {
      long place = (long) mini * MINI_SECTOR;
      if (mini < 0 || mini >= nextMini.length || place >= root.size()) {
        throw new DamagedFileException(Text.of("damage.mini-stream-left"));
      }
      block.clear().limit((int) Math.min(MINI_SECTOR, left));
      int sector = miniStream[(int) (place / chains.sectorSize())];
      chains.read(sector, (int) (place % chains.sectorSize()), block);
      sink.accept(block.flip());
      mini = nextMini[mini];
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(0, bytes);
    return bytes;
  }

  /** Builds the tree of storages and streams from the directory. */
  private static final class Tree {
    private final List<ByteBuffer> entries = new ArrayList<>();
    private final BitSet seen = new BitSet();
    private final boolean wideSizes;
    private long left;

    Tree(SectorChains chains, CompoundHeader header, long fileSize) throws IOException {
      int perSector = header.sectorSize() / DirectoryEntry.SIZE;
      for (int sector :
          chains.wholeChain(header.firstDirectorySector(), MOST_ENTRIES / perSector)) {
        for (int i = 0; i < perSector; i++) {
          ByteBuffer raw = ByteBuffer.allocate(DirectoryEntry.SIZE).order(ByteOrder.LITTLE_ENDIAN);
          chains.read(sector, i * DirectoryEntry.SIZE, raw);
          entries.add(raw);
        }
      }
      wideSizes = header.sectorShift() > 9;
      left = fileSize;
    }

    DirectoryEntry root() throws DamagedFileException {
      if (entries.isEmpty() || DirectoryEntry.kind(entries.getFirst()) != DirectoryEntry.ROOT) {
        throw new DamagedFileException(Text.of("damage.directory-root"));
      }
      seen.set(0);
      return entry(entries.getFirst(), MOST_LEVELS);
    }

    private DirectoryEntry entry(ByteBuffer raw, int levels) throws DamagedFileException {
      boolean storage = DirectoryEntry.kind(raw) != DirectoryEntry.STREAM;
      long size = DirectoryEntry.kind(raw) == DirectoryEntry.STORAGE ? 0 : size(raw);
      if (size > left || size < 0) {
        throw new DamagedFileException(Text.of("damage.streams-large"));
      }
      // The root's size is that of the mini stream, whose parts are counted once more below.
      left -= DirectoryEntry.kind(raw) == DirectoryEntry.STREAM ? size : 0;
      if (!storage) {
        return new DirectoryEntry(raw, size, List.of());
      }
      if (levels == 0) {
        throw new DamagedFileException(Text.of("damage.storages-deep"));
      }
      return new DirectoryEntry(raw, size, children(raw.getInt(76), levels - 1));
    }

    /** Reads the children of one storage, which form a binary tree of their own. */
    private List<DirectoryEntry> children(int first, int levels) throws DamagedFileException {
      List<DirectoryEntry> children = new ArrayList<>();
      Deque<Integer> open = new ArrayDeque<>(List.of(first));
      while (!open.isEmpty()) {
        int id = open.pop();
        if (id == NO_ENTRY) {
          continue;
        }
        if (id < 0 || id >= entries.size() || seen.get(id)) {
          throw new DamagedFileException(Text.of("damage.directory-circle"));
        }
        seen.set(id);
        ByteBuffer raw = entries.get(id);
        int kind = DirectoryEntry.kind(raw);
        if ((kind != DirectoryEntry.STORAGE && kind != DirectoryEntry.STREAM)
            || DirectoryEntry.name(raw).limit() == 0) {
          throw new DamagedFileException(Text.of("damage.directory-entry"));
        }
        children.add(entry(raw, levels));
        open.push(raw.getInt(68));
        open.push(raw.getInt(72));
      }
      children.sort(BY_NAME);
      for (int i = 1; i < children.size(); i++) {
        if (BY_NAME.compare(children.get(i - 1), children.get(i)) == 0) {
          throw new DamagedFileException(Text.of("damage.directory-twice"));
        }
      }
      return List.copyOf(children);
    }

    /** Size of an entry; with small sectors, only the lower half counts ([MS-CFB] 2.6.1). */
    private long size(ByteBuffer raw) {
      return wideSizes ? raw.getLong(120) : Integer.toUnsignedLong(raw.getInt(120));
    }
  }
}
