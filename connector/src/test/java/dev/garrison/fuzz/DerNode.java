package dev.garrison.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A value of ASN.1 in DER, with the values in it. A byte string that holds one value alone, such as
 * an extension of a certificate, counts as holding it.
 */
final class DerNode {
  private static final int CONSTRUCTED = 0x20;
  private static final int OCTETS = 4;
  private static final int MOST_LEVELS = 60;

  int tag;
  byte[] value;
  final List<DerNode> children;

  private DerNode(int tag, byte[] value, List<DerNode> children) {
    this.tag = tag;
    this.value = value;
    this.children = children;
  }

  /** A sequence of this one. */
  static DerNode around(DerNode inner) {
    return new DerNode(CONSTRUCTED | 0x10, new byte[0], new ArrayList<>(List.of(inner)));
  }

  /** The value that these bytes are, if they are exactly one. */
  static Optional<DerNode> read(byte[] der) {
    Optional<List<DerNode>> values = values(der, 0, der.length, MOST_LEVELS);
    return values.filter(all -> all.size() == 1).map(List::getFirst);
  }

  private static Optional<List<DerNode>> values(byte[] der, int from, int to, int levels) {
    List<DerNode> values = new ArrayList<>();
    int at = from;
    while (at < to) {
      if (levels == 0 || to - at < 2 || (der[at] & 0x1f) == 0x1f) {
        return Optional.empty();
      }
      int tag = Byte.toUnsignedInt(der[at]);
      int length = Byte.toUnsignedInt(der[at + 1]);
      at += 2;
      if (length > 0x7f) {
        int count = length - 0x80;
        if (count == 0 || count > 3 || to - at < count) {
          return Optional.empty();
        }
        length = 0;
        for (int i = 0; i < count; i++) {
          length = length << Byte.SIZE | Byte.toUnsignedInt(der[at++]);
        }
      }
      if (length > to - at) {
        return Optional.empty();
      }
      byte[] value = Arrays.copyOfRange(der, at, at + length);
      Optional<List<DerNode>> children =
          (tag & CONSTRUCTED) != 0 || tag == OCTETS
              ? values(value, 0, length, levels - 1)
              : Optional.of(List.of());
      if (children.isEmpty() && (tag & CONSTRUCTED) != 0) {
        return Optional.empty();
      }
      List<DerNode> inner =
          tag == OCTETS
              ? children.filter(found -> found.size() == 1).orElse(List.of())
              : children.orElse(List.of());
      values.add(new DerNode(tag, value, new ArrayList<>(inner)));
      at += length;
    }
    return Optional.of(values);
  }

  /** One of its own kind, with nothing in common. */
  DerNode copy() {
    List<DerNode> copies = new ArrayList<>();
    children.forEach(child -> copies.add(child.copy()));
    return new DerNode(tag, value.clone(), copies);
  }

  /** This and everything in it. */
  List<DerNode> all() {
    List<DerNode> all = new ArrayList<>(List.of(this));
    children.forEach(child -> all.addAll(child.all()));
    return all;
  }

  /** In DER, with the lengths that its values have now. */
  byte[] encoded() {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    if (children.isEmpty()) {
      content.writeBytes((tag & CONSTRUCTED) != 0 ? new byte[0] : value);
    }
    children.forEach(child -> content.writeBytes(child.encoded()));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    int length = content.size();
    if (length > 0x7f) {
      int count = length > 0xffff ? 3 : length > 0xff ? 2 : 1;
      all.write(0x80 + count);
      for (int i = count - 1; i >= 0; i--) {
        all.write(length >>> (Byte.SIZE * i));
      }
    } else {
      all.write(length);
    }
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }
}
