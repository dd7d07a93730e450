package dev.garrison.payload.msi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A storage or stream of a compound file ([MS-CFB] 2.6).
 *
 * @param raw its 128 bytes, as in the directory
 * @param size of a stream, in bytes
 * @param children of a storage, in the order of their names' bytes, which is that of the digest
 */
record DirectoryEntry(ByteBuffer raw, long size, List<DirectoryEntry> children) {
  static final int SIZE = 128;
  static final int STORAGE = 1;
  static final int STREAM = 2;
  static final int ROOT = 5;

  DirectoryEntry {
    raw = raw.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    children = List.copyOf(children);
  }

  static int kind(ByteBuffer raw) {
    return raw.get(66);
  }

  /** The name's bytes without the two that end it; empty if the name is not valid. */
  static ByteBuffer name(ByteBuffer raw) {
    int length = raw.getShort(64);
    boolean sane = length >= 2 && length <= 64 && length % 2 == 0;
    return raw.slice(0, sane ? length - 2 : 0);
  }

  boolean isStream() {
    return kind(raw) == STREAM;
  }

  boolean isRoot() {
    return kind(raw) == ROOT;
  }

  ByteBuffer nameBytes() {
    return name(raw);
  }

  /** The name as it is stored; those of tables are packed ({@link StreamName}). */
  String name() {
    return StandardCharsets.UTF_16LE.decode(nameBytes()).toString();
  }

  int firstSector() {
    return raw.getInt(116);
  }

  /** The child with this stored name. */
  Optional<DirectoryEntry> child(String name) {
    return children.stream().filter(child -> child.name().equals(name)).findFirst();
  }
}
