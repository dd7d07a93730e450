package dev.garrison.cli;

import dev.garrison.cli.output.Columns;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Rows of a CSV answer as lines. */
public final class Rows {
  private Rows() {}

  /** The names of the columns, then a line for each row. */
  public static <R> List<String> of(Columns<R> columns, List<R> rows) {
    StringWriter out = new StringWriter();
    columns.print(new PrintWriter(out), rows::forEach);
    return out.toString().lines().toList();
  }
}
