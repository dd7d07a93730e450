package dev.garrison.cli.takeover;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.takeover.Takeover.TakenOver;
import dev.garrison.takeover.composed.Composed;
import dev.garrison.takeover.judged.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    lines.add("site " + taken.seen().site().identity().code());
    lines.add(Wrapped.hanging("  ", taken.seen().gate().reason()));
    taken
        .composed()
        .ifPresentOrElse(composed -> found(composed, file, lines), () -> nothing(lines));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static void nothing(List<String> lines) {
    lines.add("");
    lines.add(
        "  Nothing here onboards servers: no application that is known by its detection or its files, no");
    lines.add("  onboarding policy, and no object of Garrison. Nothing was written.");
    lines.add("  Next: 'garrison init' writes a first manifest.");
  }

  private static void found(Composed composed, String file, List<String> lines) {
    lines.add("");
    lines.add("  Found");
    composed.findings().forEach(finding -> add(finding, lines));
    list("Not carried over", composed.left(), lines);
    list("Two owners", composed.twoOwners(), lines);
    lines.add("");
    lines.add("  Wrote %s. Nothing was written to the site.".formatted(file));
    lines.add("  Next: read its comments, and put Microsoft's files where 'packages' says. Then");
    lines.add("    garrison plan -f " + file);
    composed
        .adopt()
        .forEach(address -> lines.add("    garrison adopt -f %s \"%s\"".formatted(file, address)));
  }

  private static void add(Finding finding, List<String> lines) {
    String head = String.format(Locale.ROOT, "    %-10s", finding.sureness().word());
    lines.add(Wrapped.hanging(head, finding.address() + ": " + finding.what()));
    lines.add(Wrapped.hanging(INDENT, String.join("; ", finding.why())));
    lines.add(
        Wrapped.hanging(
            INDENT, (finding.carried() ? "-> " : "not carried over: ") + finding.became()));
  }

  private static void list(String title, List<String> texts, List<String> lines) {
    if (texts.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("  " + title);
    texts.forEach(text -> lines.add(Wrapped.hanging("    ", text)));
  }
}
