package dev.garrison.cli.view;

import dev.garrison.engine.change.Difference;
import dev.garrison.language.Text;
import java.util.Optional;

/** One difference on one line. Long values are cut to the part in which they differ. */
final class DifferenceView {
  private static final int MOST = 70;
  private static final int CONTEXT = 16;
  private static final String CUT = "...";

  private DifferenceView() {}

  static String render(Difference difference) {
    Optional<String> before = difference.before().map(DifferenceView::oneLine);
    Optional<String> after = difference.after().map(DifferenceView::oneLine);
    int from = 0;
    int alike = 0;
    if (before.isPresent() && after.isPresent()) {
      from = Math.max(0, commonStart(before.get(), after.get()) - CONTEXT);
      alike = Math.max(0, commonEnd(before.get(), after.get(), from) - CONTEXT);
    }
    return "%s: %s -> %s"
        .formatted(difference.path(), value(before, from, alike), value(after, from, alike));
  }

  private static String oneLine(String text) {
    return text.replace("\r", "").replace("\n", "\\n");
  }

  /**
   * @param from how many characters at the start say nothing new
   * @param alike how many at the end say nothing new
   */
  private static String value(Optional<String> value, int from, int alike) {
    if (value.isEmpty()) {
      return Text.of("plan.none").shown();
    }
    String text = value.get();
    if (text.length() <= MOST) {
      return "\"" + text + "\"";
    }
    String part = text.substring(from, Math.max(from, text.length() - alike));
    boolean cutEnd = alike > 0 || part.length() > MOST;
    String shown = part.length() > MOST ? part.substring(0, MOST) : part;
    return "\"" + (from > 0 ? CUT : "") + shown + (cutEnd ? CUT : "") + "\"";
  }

  private static int commonStart(String first, String second) {
    int most = Math.min(first.length(), second.length());
    int same = 0;
    while (same < most && first.charAt(same) == second.charAt(same)) {
      same++;
    }
    return same;
  }

  private static int commonEnd(String first, String second, int from) {
    int most = Math.min(first.length(), second.length()) - from;
    int same = 0;
    while (same < most
        && first.charAt(first.length() - 1 - same) == second.charAt(second.length() - 1 - same)) {
      same++;
    }
    return same;
  }
}
