package dev.garrison.cli.share;

import dev.garrison.share.access.Finding;
import dev.garrison.share.access.ListChange;
import dev.garrison.share.access.OpenRights;
import java.util.ArrayList;
import java.util.List;

/** Access rights on the content share, for the screen. */
final class ShareView {
  private static final String INDENT = "           ";

  private ShareView() {}

  static String findings(OpenRights open, List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    open.protection().get().ifPresent(lines::add);
    for (Finding finding : findings) {
      String code = finding.code().map(each -> " [" + each.label() + "]").orElse("");
      lines.add("  " + word(finding.verdict()) + finding.subject().shown());
      lines.add(INDENT + finding.text().shown() + code);
    }
    long problems =
        findings.stream().filter(each -> each.verdict() == Finding.Verdict.PROBLEM).count();
    lines.add(
        problems == 0
            ? "Nothing wrong was found. Nothing was written."
            : problems
                + (problems == 1 ? " problem." : " problems.")
                + " 'garrison share secure' shows and sets the least rights. Nothing was written.");
    return String.join(System.lineSeparator(), lines);
  }

  private static String word(Finding.Verdict verdict) {
    return switch (verdict) {
      case OK -> "ok       ";
      case UNKNOWN -> "unknown  ";
      case PROBLEM -> "FAIL     ";
    };
  }

  static String changes(OpenRights open, List<ListChange> changes) {
    if (changes.isEmpty()) {
      return "The rights are the least ones already. Nothing to do.";
    }
    List<String> lines = new ArrayList<>();
    for (ListChange change : changes) {
      lines.add(open.share().describe(change.path()));
      change.before().described().forEach(entry -> lines.add("  - " + entry));
      change.after().described().forEach(entry -> lines.add("  + " + entry));
    }
    lines.add(
        "%d access lists to set. Owners stay. Whoever is neither named nor a member of Administrators loses access."
            .formatted(changes.size()));
    return String.join(System.lineSeparator(), lines);
  }
}
