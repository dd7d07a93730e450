package dev.garrison.cli.view;

import dev.garrison.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A diagnostic as a person reads it: the verdict first, then where and what to do, wrapped and
 * indented.
 */
public final class DiagnosticView {
  private static final int WIDTH = 120;
  private static final String INDENT = "       ";

  private DiagnosticView() {}

  /** Several lines without a final line end. */
  public static String render(Diagnostic diagnostic) {
    String place = diagnostic.where().map(location -> location + ": ").orElse("");
    String code = " [" + diagnostic.code().label() + "]";
    String label =
        String.format(Locale.ROOT, "%-7s", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    List<String> lines = new ArrayList<>(wrap(place + diagnostic.problem() + code));
    lines.addAll(wrap(diagnostic.remedy()));
    return label + String.join(System.lineSeparator() + INDENT, lines);
  }

  private static List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ", -1)) {
        if (line.length() > 0 && INDENT.length() + line.length() + 1 + word.length() > WIDTH) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.length() == 0 ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
