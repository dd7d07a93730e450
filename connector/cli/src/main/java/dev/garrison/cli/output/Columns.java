package dev.garrison.cli.output;

import dev.garrison.diagnostic.Csv;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Columns of a CSV answer, each with its name and its value in a row. Columns are only ever added
 * at the end: spreadsheets and scripts refer to them by number.
 *
 * @param <R> a row
 */
public final class Columns<R> {
  private final List<Column<R>> columns = new ArrayList<>();

  private record Column<R>(String name, Function<R, ?> value) {}

  /**
   * Adds a column.
   *
   * @param value the value in a row; an empty {@link Optional} leaves the cell empty
   */
  public Columns<R> and(String name, Function<R, ?> value) {
    columns.add(new Column<>(name, value));
    return this;
  }

  /**
   * Prints the names, then the rows, each as it comes.
   *
   * @param rows hands over one after the other
   */
  public void print(PrintWriter out, Consumer<Consumer<R>> rows) {
    printNames(out);
    rows.accept(row -> printRow(out, row));
  }

  /** Prints the names, before rows that come one at a time. */
  public void printNames(PrintWriter out) {
    Csv.line(out, columns.stream().map(Column::name).toList());
  }

  /** Prints one row. */
  public void printRow(PrintWriter out, R row) {
    Csv.line(out, columns.stream().map(each -> cell(each, row)).toList());
  }

  private static <R> String cell(Column<R> column, R row) {
    Object value = column.value().apply(row);
    return value instanceof Optional<?> optional
        ? optional.map(Object::toString).orElse("")
        : value.toString();
  }
}
