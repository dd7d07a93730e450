package dev.garrison.lab.wsus.soap;

import java.util.List;

/** A row, with its values by position. */
public record Row(List<Cell> cells) {
  public Row {
    cells = List.copyOf(cells);
  }

  /** Creates a row of these values. */
  public static Row of(Cell... cells) {
    return new Row(List.of(cells));
  }
}
