package dev.garrison.wsus.soap;

/** Rows as if a server had sent them, for fakes of other packages. */
public final class SampleRows {
  private SampleRows() {}

  /** One kind of row with one type, and perhaps one row that was left out. */
  public static RowsSeen of(Class<?> columns, String type, String leftOut) {
    RowsSeen rows = new RowsSeen();
    rows.type(columns, 0, type);
    if (!leftOut.isEmpty()) {
      rows.leftOut(columns, leftOut);
    }
    return rows;
  }
}
