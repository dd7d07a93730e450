package dev.garrison.cli.share;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.share.access.Finding;
import dev.garrison.share.access.ListChange;
import dev.garrison.share.access.OpenRights;
import java.util.ArrayList;
import java.util.List;

/** Access rights on the content share, for the screen. */
final class ShareView {
  private static final int WORD = 9;
  private static final String INDENT = " ".repeat(2 + WORD);

  private ShareView() {}

  static String findings(OpenRights open, List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    open.protection().get().map(RecordedText::shown).ifPresent(lines::add);
    for (Finding finding : findings) {
      String code = finding.code().map(each -> " [" + each.label() + "]").orElse("");
      lines.add(
          "  "
              + ScreenText.padded(word(finding.verdict()).shown(), WORD)
              + finding.subject().shown());
      lines.add(INDENT + finding.text().shown() + code);
    }
    long problems =
        findings.stream().filter(each -> each.verdict() == Finding.Verdict.PROBLEM).count();
    lines.add(
        (problems == 0
                ? Text.of("share-check.good")
                : Text.of("share-check.problems", "count", problems))
            .shown());
    return String.join(System.lineSeparator(), lines);
  }

  private static Text word(Finding.Verdict verdict) {
    return switch (verdict) {
      case OK -> Text.of("share-check.ok");
      case UNKNOWN -> Text.of("share-check.unknown");
      case PROBLEM -> Text.of("share-check.problem");
    };
  }

  static String changes(OpenRights open, List<ListChange> changes) {
    if (changes.isEmpty()) {
      return Text.of("share-secure.up-to-date").shown();
    }
    List<String> lines = new ArrayList<>();
    for (ListChange change : changes) {
      lines.add(open.share().describe(change.path()));
      change.before().described().forEach(entry -> lines.add("  - " + entry.shown()));
      change.after().described().forEach(entry -> lines.add("  + " + entry.shown()));
    }
    lines.add(Text.of("share-secure.changes", "count", changes.size()).shown());
    return String.join(System.lineSeparator(), lines);
  }
}
