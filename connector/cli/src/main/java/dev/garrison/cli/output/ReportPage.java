package dev.garrison.cli.output;

import dev.garrison.language.Language;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One self-contained HTML page of a report. It loads nothing, prints well, and escapes all text.
 */
public final class ReportPage {
  private static final String STYLE =
      """
      body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
      table{border-collapse:collapse;width:100%}
      td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}
      th{background:#eee}
      @media print{body{max-width:none;margin:0;font-size:11px}h2,h3{break-after:avoid}
      tr,svg{break-inside:avoid}thead{display:table-header-group}
      rect,th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
      """;

  private final StringBuilder page = new StringBuilder();

  /**
   * Begins a page.
   *
   * @param title for the browser
   * @param verdict the heading
   * @param style of this page alone
   */
  public ReportPage(String title, String verdict, String style) {
    page.append("<!doctype html>\n<html lang=\"")
        .append(Language.inUse().tag())
        .append("\"><head><meta charset=\"utf-8\"><title>")
        .append(Html.text(title))
        .append("</title><style>\n")
        .append(STYLE)
        .append(style)
        .append("</style></head><body>\n<h1>")
        .append(Html.text(verdict))
        .append("</h1>\n");
  }

  /** Adds a heading of the second level. */
  public ReportPage section(String title) {
    return append("<h2>").append(Html.text(title)).append("</h2>\n");
  }

  /** Adds a heading of the third level. */
  public ReportPage subsection(String title) {
    return append("<h3>").append(Html.text(title)).append("</h3>\n");
  }

  /** Adds a paragraph. */
  public ReportPage text(String text) {
    return append("<p>").append(Html.text(text)).append("</p>\n");
  }

  /** Begins a table with the names of its columns. */
  public ReportPage table(String... columns) {
    return append("<table><thead><tr>")
        .append(cells("th", Arrays.stream(columns)))
        .append("</tr></thead><tbody>\n");
  }

  /** Begins a table of facts. */
  public ReportPage facts() {
    return append("<table><tbody>\n");
  }

  /** Adds a fact with its name at the left. */
  public ReportPage fact(String name, String value) {
    return append("<tr>")
        .append(cells("th", Stream.of(name)))
        .append(cells("td", Stream.of(value)))
        .append("</tr>\n");
  }

  /** Adds a row. */
  public ReportPage row(Stream<String> cells) {
    return append("<tr>").append(cells("td", cells)).append("</tr>\n");
  }

  /** Adds a row. */
  public ReportPage row(String... cells) {
    return row(Arrays.stream(cells));
  }

  private static String cells(String tag, Stream<String> texts) {
    return texts
        .map(text -> "<%s>%s</%s>".formatted(tag, Html.text(text), tag))
        .collect(Collectors.joining());
  }

  /** Ends a table. */
  public ReportPage end() {
    return append("</tbody></table>\n");
  }

  /** Adds markup as it is: the caller escapes what comes from elsewhere. */
  public ReportPage append(String markup) {
    page.append(markup);
    return this;
  }

  /** The complete page. */
  public String html() {
    return page + "</body></html>\n";
  }
}
