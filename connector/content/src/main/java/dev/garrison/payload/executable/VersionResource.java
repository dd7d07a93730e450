package dev.garrison.payload.executable;

import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.executable.PortableExecutable.Section;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The <a href="https://learn.microsoft.com/windows/win32/menurc/version-information">version
 * information</a> of a program.
 *
 * @param version the four numbers of the file's version
 * @param texts such as InternalName and ProductName, in the first language
 */
record VersionResource(String version, Map<String, String> texts) {
  private static final int KIND = 16;
  private static final int SUBDIRECTORY = 0x8000_0000;
  private static final int MOST_ENTRIES = 256;
  private static final int LARGEST = 64 << 10;
  private static final int FIXED = 0xFEEF04BD;
  private static final int LEVELS = 3;

  VersionResource {
    texts = Map.copyOf(texts);
  }

  /** Reads the version information, if the program has any. */
  static Optional<VersionResource> read(PackageFile file, Section resources) throws IOException {
    if (resources.size() == 0) {
      return Optional.empty();
    }
    long place = 0;
    for (int level = 0; level < LEVELS; level++) {
      Optional<Integer> entry = entry(file, resources, place, level == 0);
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      boolean deeper = (entry.get() & SUBDIRECTORY) != 0;
      if (deeper != (level < LEVELS - 1)) {
        throw new DamagedFileException(Text.of("damage.resource-levels"));
      }
      place = entry.get() & ~SUBDIRECTORY;
    }
    ByteBuffer leaf = bytes(file, resources, place, 2 * Integer.BYTES);
    long offset = Integer.toUnsignedLong(leaf.getInt(0)) - resources.address();
    int size = leaf.getInt(Integer.BYTES);
    if (size < 0 || size > LARGEST) {
      throw new DamagedFileException(Text.of("damage.version-information-large"));
    }
    return Optional.of(parsed(bytes(file, resources, offset, size)));
  }

  /** Directory entry of the version information; below the first level, the first entry. */
  private static Optional<Integer> entry(
      PackageFile file, Section resources, long directory, boolean byKind) throws IOException {
    ByteBuffer head = bytes(file, resources, directory, 16);
    int count = Short.toUnsignedInt(head.getShort(12)) + Short.toUnsignedInt(head.getShort(14));
    if (count > MOST_ENTRIES) {
      throw new DamagedFileException(Text.of("damage.resources-many"));
    }
    ByteBuffer entries = bytes(file, resources, directory + 16, 8 * count);
    for (int i = 0; i < count; i++) {
      if (!byKind || entries.getInt(8 * i) == KIND) {
        return Optional.of(entries.getInt(8 * i + 4));
      }
    }
    return Optional.empty();
  }

  private static ByteBuffer bytes(PackageFile file, Section within, long offset, int size)
      throws IOException {
    if (offset < 0 || offset + size > within.size()) {
      throw new DamagedFileException(Text.of("damage.resources-outside"));
    }
    return ByteBuffer.wrap(file.read(within.offset() + offset, size))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static VersionResource parsed(ByteBuffer bytes) throws DamagedFileException {
    Node root = Node.at(bytes, 0, bytes.limit());
    if (root.valueLength() < 52 || bytes.getInt(root.value()) != FIXED) {
      throw new DamagedFileException(Text.of("damage.version-missing"));
    }
    int high = bytes.getInt(root.value() + 8);
    int low = bytes.getInt(root.value() + 12);
    String version = "%d.%d.%d.%d".formatted(high >>> 16, high & 0xffff, low >>> 16, low & 0xffff);
    Map<String, String> texts = new HashMap<>();
    int at = Node.aligned(root.value() + root.valueLength());
    while (at < root.end()) {
      Node child = Node.at(bytes, at, root.end());
      if (child.key().equals("StringFileInfo") && texts.isEmpty()) {
        Node language = Node.at(bytes, child.value(), child.end());
        for (int text = language.value(); text < language.end(); ) {
          Node node = Node.at(bytes, text, language.end());
          texts.putIfAbsent(node.key(), node.text(bytes));
          text = Node.aligned(node.end());
        }
      }
      at = Node.aligned(child.end());
    }
    return new VersionResource(version, texts);
  }

  /** One node: a length, the length of a value, a kind, a key, the value, and nested nodes. */
  private record Node(String key, int value, int valueLength, int end) {
    private static final int HEAD = 6;

    static Node at(ByteBuffer bytes, int at, int limit) throws DamagedFileException {
      if (at + HEAD > limit) {
        throw new DamagedFileException(Text.of("damage.version-information-ends"));
      }
      int length = Short.toUnsignedInt(bytes.getShort(at));
      int keyEnd = at + HEAD;
      while (keyEnd + 2 <= limit && bytes.getShort(keyEnd) != 0) {
        keyEnd += 2;
      }
      int value = aligned(keyEnd + 2);
      int end = at + length;
      if (length < HEAD || end > limit || keyEnd + 2 > end) {
        throw new DamagedFileException(Text.of("damage.version-information-ends"));
      }
      String key =
          StandardCharsets.UTF_16LE.decode(bytes.slice(at + HEAD, keyEnd - at - HEAD)).toString();
      return new Node(key, Math.min(value, end), Short.toUnsignedInt(bytes.getShort(at + 2)), end);
    }

    static int aligned(int at) {
      return (at + 3) & ~3;
    }

    /** The text of the node; its length counts code units, including the terminating one. */
    String text(ByteBuffer bytes) {
      int length = Math.min(2 * valueLength, end - value);
      String text = StandardCharsets.UTF_16LE.decode(bytes.slice(value, length)).toString();
      int zero = text.indexOf('\0');
      return zero < 0 ? text : text.substring(0, zero);
    }
  }
}
