package dev.garrison.payload.msi;

/**
 * Packs names of tables into the 31 characters that a compound file allows. As in Windows
 * Installer: two characters of 64 in each code unit from 0x3800, a single one from 0x4800, and
 * 0x4840 before a table's name.
 */
final class StreamName {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._";
  private static final char PAIR = 0x3800;
  private static final char SINGLE = 0x4800;
  private static final char TABLE = 0x4840;

  private StreamName() {}

  /** The stored name of a table. */
  static String ofTable(String table) {
    StringBuilder packed = new StringBuilder().append(TABLE);
    for (int i = 0; i < table.length(); i += 2) {
      int low = ALPHABET.indexOf(table.charAt(i));
      packed.append(
          i + 1 < table.length()
              ? (char) (PAIR + (ALPHABET.indexOf(table.charAt(i + 1)) << 6) + low)
              : (char) (SINGLE + low));
    }
    return packed.toString();
  }
}
