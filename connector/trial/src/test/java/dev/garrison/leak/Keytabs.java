package dev.garrison.leak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys in a keytab, version 5.2 of <a
 * href="https://web.mit.edu/kerberos/krb5-latest/doc/formats/keytab_file_format.html">MIT's
 * format</a>.
 */
final class Keytabs {
  private static final int VERSION = 0x0502;

  private Keytabs() {}

  static List<byte[]> keys(Path file) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
    if (all.getShort() != VERSION) {
      throw new IOException("not a keytab of version 5.2");
    }
    List<byte[]> keys = new ArrayList<>();
    while (all.remaining() > 4) {
      int size = all.getInt();
      ByteBuffer entry = all.slice(all.position(), Math.abs(size));
      all.position(all.position() + Math.abs(size));
      if (size > 0) {
        keys.add(key(entry));
      }
    }
    if (keys.isEmpty()) {
      throw new IOException("a keytab without keys");
    }
    return keys;
  }

  private static byte[] key(ByteBuffer entry) {
    int texts = entry.getShort() + 1;
    for (int i = 0; i < texts; i++) {
      int length = entry.getShort();
      entry.position(entry.position() + length);
    }
    // Kind of name, time, version of the key, its cipher.
    entry.position(entry.position() + 4 + 4 + 1 + 2);
    byte[] key = new byte[entry.getShort()];
    entry.get(key);
    return key;
  }
}
