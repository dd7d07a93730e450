package dev.garrison.cli.takeover;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.takeover.Takeover.TakenOver;
import dev.garrison.takeover.composed.Composed;
import dev.garrison.takeover.judged.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Import for the screen: the objects found, their use in the manifest, and the next steps. */
final class TakeoverView {
  private static final String INDENT = " ".repeat(14);

  private TakeoverView() {}

  /**
   * Text of several lines, without a final line end.
   *
   * @param file the path of the manifest
   */
  public static String render(TakenOver taken, String file) {
    List<String> lines = new ArrayList<>();
    lines.add(Text.of("import-screen.site", "site", taken.seen().site().identity().code()).shown());
    lines.add(Wrapped.hanging("  ", RecordedText.shown(taken.seen().gate().reason())));
    taken
        .composed()
        .ifPresentOrElse(composed -> found(composed, file, lines), () -> nothing(lines));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static void nothing(List<String> lines) {
    lines.add("");
    add(Text.of("import-screen.nothing"), lines);
    add(Text.of("import-screen.init"), lines);
  }

  private static void found(Composed composed, String file, List<String> lines) {
    lines.add("");
    add(Text.of("import-screen.found"), lines);
    composed.findings().forEach(finding -> add(finding, lines));
    list(Text.of("import-screen.left"), composed.left(), lines);
    list(Text.of("import-screen.owners"), composed.twoOwners(), lines);
    lines.add("");
    add(Text.of("import-screen.wrote", "file", file), lines);
    add(Text.of("import-screen.next"), lines);
    lines.add("    garrison plan -f " + file);
    composed
        .adopt()
        .forEach(address -> lines.add("    garrison adopt -f %s \"%s\"".formatted(file, address)));
  }

  private static void add(Finding finding, List<String> lines) {
    String head = "    " + ScreenText.padded(finding.sureness().text().shown() + " ", 10);
    lines.add(
        Wrapped.hanging(
            head,
            Text.of("import-screen.finding", "object", finding.address(), "what", finding.what())
                .shown()));
    lines.add(
        Wrapped.hanging(
            INDENT, finding.why().stream().map(Text::shown).collect(Collectors.joining("; "))));
    lines.add(
        Wrapped.hanging(
            INDENT,
            finding.carried()
                ? "-> " + finding.became().shown()
                : Text.of("import-screen.not-carried", "what", finding.became()).shown()));
  }

  private static void add(Text text, List<String> lines) {
    lines.add(Wrapped.hanging("  ", text.shown()));
  }

  private static void list(Text title, List<Text> texts, List<String> lines) {
    if (texts.isEmpty()) {
      return;
    }
    lines.add("");
    add(title, lines);
    texts.forEach(text -> lines.add(Wrapped.hanging("    ", text.shown())));
  }
}
