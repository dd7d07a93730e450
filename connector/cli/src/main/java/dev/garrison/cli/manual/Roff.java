package dev.garrison.cli.manual;

import java.util.List;
import java.util.Locale;

/**
 * Text of a manual page in the macros of man(7).
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/man.7.html">man(7)</a>
 */
final class Roff {
  private final StringBuilder page = new StringBuilder();

  /** Begins a page of section 1. */
  Roff(String name, String version) {
    macro("TH", name.toUpperCase(Locale.ROOT), "1", "", "Garrison " + version, "Garrison");
  }

  private void macro(String macro, String... words) {
    page.append('.').append(macro);
    for (String word : words) {
      page.append(" \"").append(escaped(word).replace("\"", "\\(dq")).append('"');
    }
    page.append('\n');
  }

  Roff section(String title) {
    macro("SH", title);
    return this;
  }

  /** Adds each text as a paragraph. */
  Roff paragraphs(List<String> texts) {
    for (String text : texts) {
      macro("PP");
      line(text);
    }
    return this;
  }

  /** Adds one line of running text. */
  Roff line(String text) {
    String escaped = escaped(text);
    boolean control = escaped.startsWith(".") || escaped.startsWith("'");
    page.append(control ? "\\&" : "").append(escaped).append('\n');
    return this;
  }

  /** Adds lines as they are. */
  Roff table(List<String> lines) {
    macro("nf");
    lines.forEach(this::line);
    macro("fi");
    return this;
  }

  /** Adds a term with its explanation below. */
  Roff term(String term, List<String> texts) {
    macro("TP");
    page.append("\\fB").append(escaped(term)).append("\\fR\n");
    texts.forEach(this::line);
    return this;
  }

  /** The complete page. */
  String text() {
    return page.toString();
  }

  /** A minus that can be copied, and characters beyond ASCII by their number. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.strip()
        .codePoints()
        .forEach(point -> {
          switch (point) {
            case '\\' -> escaped.append("\\e");
            case '-' -> escaped.append("\\-");
            default -> {
              if (point < 128) {
                escaped.appendCodePoint(point);
              } else {
                escaped.append("\\[u%04X]".formatted(point));
              }
            }
          }
        });
    return escaped.toString();
  }
}
