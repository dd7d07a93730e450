package dev.garrison.payload.msi;

import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;

/**
 * The rows of one table. Its stream holds them column by column: all values of the first, then all
 * of the second.
 */
final class Table {
  private final byte[] bytes;
  private final int[] widths;
  private final StringPool pool;
  private final int rows;

  /**
   * @param widths bytes of a value in each column
   */
  Table(byte[] bytes, int[] widths, StringPool pool) throws DamagedFileException {
    int row = 0;
    for (int width : widths) {
      row += width;
    }
    if (row == 0 || bytes.length % row != 0) {
      throw new DamagedFileException(Text.of("damage.table-rows"));
    }
    this.bytes = bytes;
    this.widths = widths.clone();
    this.pool = pool;
    this.rows = bytes.length / row;
  }

  int rows() {
    return rows;
  }

  String text(int row, int column) throws DamagedFileException {
    return pool.text(number(row, column));
  }

  /** The number as stored: without sign, and with the highest bit inverted in integer columns. */
  int number(int row, int column) {
    int at = 0;
    for (int before = 0; before < column; before++) {
      at += widths[before] * rows;
    }
    at += row * widths[column];
    int value = 0;
    for (int i = widths[column] - 1; i >= 0; i--) {
      value = value << Byte.SIZE | Byte.toUnsignedInt(bytes[at + i]);
    }
    return value;
  }
}
