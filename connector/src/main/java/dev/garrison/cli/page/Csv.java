package dev.garrison.cli.page;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of comma separated values (RFC 4180). A spreadsheet takes a cell that begins like a formula
 * for one, and names come from devices: such a cell gets an apostrophe before it, which the
 * spreadsheet does not show (CWE-1236).
 */
public final class Csv {
  private static final String FORMULA = "=+-@\t\r\n";

  private Csv() {}

  /** Writes one line. */
  public static void line(PrintWriter out, List<String> cells) {
    out.print(cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
  }

  private static String cell(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0);
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
