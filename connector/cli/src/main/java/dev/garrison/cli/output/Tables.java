package dev.garrison.cli.output;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of a page; everything in them is escaped. */
public final class Tables {
  /** Ends one that {@link #head} began. */
  public static final String END = "</tbody></table>\n";

  private Tables() {}

  /** A line of a table with a name at its left. */
  public static String fact(String name, String value) {
    return "<tr><th>" + Html.text(name) + "</th><td>" + Html.text(value) + "</td></tr>\n";
  }

  /** The beginning of a table. */
  public static String head(Stream<String> titles) {
    return "<table><thead><tr>"
        + titles.map(title -> "<th>" + Html.text(title) + "</th>").collect(Collectors.joining())
        + "</tr></thead><tbody>\n";
  }

  /** A line of it. */
  public static String row(Stream<String> cells) {
    return "<tr>"
        + cells.map(cell -> "<td>" + Html.text(cell) + "</td>").collect(Collectors.joining())
        + "</tr>\n";
  }
}
