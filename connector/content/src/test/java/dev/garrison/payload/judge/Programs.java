package dev.garrison.payload.judge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Programs for Windows that do nothing and have version information, byte by byte. */
public final class Programs {
  private static final int ADDRESS = 0x1000;
  private static final int HEADERS = 0x200;

  private Programs() {}

  /** A 64-bit program with one section, its resources. */
  public static byte[] program(String internalName, String productName, int... version) {
    byte[] info = versionInformation(internalName, productName, version);
    byte[] resources = resources(info);
    int raw = (resources.length + 0x1ff) & ~0x1ff;
    ByteBuffer file = ByteBuffer.allocate(HEADERS + raw).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort(0, (short) 0x5a4d).putInt(0x3c, 0x40).putInt(0x40, 0x4550);
    file.putShort(0x44, (short) 0x8664).putShort(0x46, (short) 1).putShort(0x54, (short) 240);
    int optional = 0x58;
    file.putShort(optional, (short) 0x20b);
    file.putInt(optional + 32, ADDRESS).putInt(optional + 36, 0x200);
    file.putInt(optional + 56, 0x2000).putInt(optional + 60, HEADERS);
    file.putInt(optional + 108, 16);
    file.putInt(optional + 112 + 16, ADDRESS).putInt(optional + 112 + 20, resources.length);
    int section = optional + 240;
    file.put(section, ".rsrc\0\0\0".getBytes(StandardCharsets.US_ASCII));
    file.putInt(section + 8, resources.length).putInt(section + 12, ADDRESS);
    file.putInt(section + 16, raw).putInt(section + 20, HEADERS);
    file.put(HEADERS, resources);
    return file.array();
  }

  /** Three levels of one entry each, then where the data is, then the data. */
  private static byte[] resources(byte[] data) {
    ByteBuffer all = ByteBuffer.allocate(88 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    int[] ids = {16, 1, 1033};
    for (int level = 0; level < ids.length; level++) {
      int at = 24 * level;
      all.putShort(at + 14, (short) 1).putInt(at + 16, ids[level]);
      all.putInt(at + 20, level < 2 ? 0x8000_0000 | (at + 24) : 72);
    }
    all.putInt(72, ADDRESS + 88).putInt(76, data.length);
    return all.put(88, data).array();
  }

  private static byte[] versionInformation(String name, String product, int... version) {
    ByteBuffer fixed = ByteBuffer.allocate(52).order(ByteOrder.LITTLE_ENDIAN);
    fixed.putInt(0, 0xFEEF04BD).putInt(8, version[0] << 16 | version[1]);
    fixed.putInt(12, version[2] << 16 | version[3]);
    byte[] texts =
        joined(
            node("CompanyName", 1, text("Test"), new byte[0]),
            node("InternalName", 1, text(name), new byte[0]),
            node("ProductName", 1, text(product), new byte[0]));
    byte[] language = node("040904b0", 1, new byte[0], texts);
    return node(
        "VS_VERSION_INFO", 0, fixed.array(), node("StringFileInfo", 1, new byte[0], language));
  }

  private static byte[] text(String text) {
    return (text + "\0").getBytes(StandardCharsets.UTF_16LE);
  }

  private static byte[] node(String key, int kind, byte[] value, byte[] children) {
    byte[] name = text(key);
    int valueAt = 6 + name.length + 3 & ~3;
    int childrenAt = valueAt + value.length + 3 & ~3;
    int length = children.length == 0 ? valueAt + value.length : childrenAt + children.length;
    ByteBuffer node = ByteBuffer.allocate(length + 3 & ~3).order(ByteOrder.LITTLE_ENDIAN);
    node.putShort(0, (short) length);
    node.putShort(2, (short) (kind == 1 ? value.length / 2 : value.length));
    node.putShort(4, (short) kind).put(6, name).put(valueAt, value);
    if (children.length > 0) {
      node.put(childrenAt, children);
    }
    return node.array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
