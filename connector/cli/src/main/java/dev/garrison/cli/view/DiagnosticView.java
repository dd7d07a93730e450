package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.ReaderZone;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;

/** Renders a diagnostic: the problem with its code, its place, and the remedy, each indented. */
public final class DiagnosticView {
  private DiagnosticView() {}

  /** Several lines without a final line end, in the language of whoever reads. */
  public static String render(Diagnostic diagnostic) {
    List<String> lines = new ArrayList<>();
    String code = " [" + diagnostic.code().label() + "]";
    lines.add(line(label(diagnostic), shown(diagnostic.message().problem()) + code));
    diagnostic.where().ifPresent(place -> lines.add(line("diagnostic.at", place.toString())));
    lines.add(line("diagnostic.fix", shown(diagnostic.message().fix())));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static String shown(Text text) {
    return ReaderZone.shown(text.shown());
  }

  private static String line(String label, String text) {
    return Wrapped.hanging(Text.of(label).shown() + " ", text);
  }

  private static String label(Diagnostic diagnostic) {
    return switch (diagnostic.severity()) {
      case ERROR -> "diagnostic.error";
      case WARNING -> "diagnostic.warning";
      case NOTE -> "diagnostic.note";
    };
  }
}
