package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders a diagnostic: the problem first, then its place and the remedy, wrapped and indented. */
public final class DiagnosticView {
  private static final String INDENT = "       ";

  private DiagnosticView() {}

  /** Several lines without a final line end. */
  public static String render(Diagnostic diagnostic) {
    String place = diagnostic.where().map(location -> location + ": ").orElse("");
    String code = " [" + diagnostic.code().label() + "]";
    String label = String.format(Locale.ROOT, "%-7s", label(diagnostic.severity()));
    List<String> lines =
        new ArrayList<>(
            Wrapped.lines(place + diagnostic.problem() + code, Wrapped.WIDTH - INDENT.length()));
    lines.addAll(Wrapped.lines(diagnostic.remedy(), Wrapped.WIDTH - INDENT.length()));
    return label + ScreenText.text(String.join(System.lineSeparator() + INDENT, lines));
  }

  private static String label(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warn";
      case NOTE -> "note";
    };
  }
}
