package dev.garrison.diagnostic;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of comma separated values (RFC 4180). A spreadsheet takes a cell that begins like a formula
 * for one, in its full width form too, and names come from devices: such a cell gets an apostrophe
 * before it, which the spreadsheet does not show (CWE-1236). A cell that holds what is a separator
 * in some country is quoted, or its rest would be a cell of its own there.
 */
public final class Csv {
  private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n";

  /** List separators of some country or user, and characters that must be quoted. */
  private static final String SEPARATORS = ",;\t|\"\r\n";

  private Csv() {}

  /** Writes one line. */
  public static void line(PrintWriter out, List<String> cells) {
    out.print(cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String safe = (formula ? "'" : "") + VisibleText.lines(text);
    boolean quoted = formula || safe.chars().anyMatch(each -> SEPARATORS.indexOf(each) >= 0);
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
