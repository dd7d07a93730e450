package dev.garrison.cli.wsus;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.wsus.sync.PlannedSync;
import dev.garrison.wsus.sync.SyncDecision;
import dev.garrison.wsus.sync.SyncOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Synchronizations for the screen. */
final class SyncView {

  private final TerminalTime time;

  SyncView(TerminalTime time) {
    this.time = time;
  }

  /**
   * Plan as several lines, without a final line end.
   *
   * @param manifest the name of the manifest
   */
  String plan(String manifest, List<PlannedSync> plan, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add("%s, %s".formatted(manifest, time.minute(now)));
    lines.add("");
    int width = width(plan);
    for (PlannedSync each : plan) {
      lines.add(row(each.server().name(), width, decision(each)));
      if (each.decision() instanceof SyncDecision.Refused(List<Diagnostic> why)) {
        why.forEach(one -> lines.add(problem(one)));
      }
    }
    lines.add("");
    long starts = plan.stream().filter(PlannedSync::starts).count();
    lines.add(
        "  "
            + (starts == 0
                ? "No synchronisation to start."
                : "Synchronisations to start: " + starts + "."));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  /** Results as several lines, without a final line end. */
  String ended(List<PlannedSync> plan, List<SyncOutcome> outcomes) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    int width = width(plan);
    for (int i = 0; i < plan.size(); i++) {
      lines.add(row(plan.get(i).server().name(), width, ending(outcomes.get(i))));
      outcomes.get(i).problems(plan.get(i).server()).forEach(one -> lines.add(problem(one)));
    }
    lines.add("");
    lines.add("  " + verdict(plan, outcomes));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static int width(List<PlannedSync> plan) {
    return plan.stream().mapToInt(each -> each.server().name().length()).max().orElse(1);
  }

  private static String row(String server, int width, String what) {
    return String.format(Locale.ROOT, "  %-" + width + "s  %s", server, what);
  }

  private static String problem(Diagnostic problem) {
    return DiagnosticView.render(problem).indent(4).stripTrailing();
  }

  private String decision(PlannedSync each) {
    String last =
        each.last().map(at -> "synchronised " + time(at)).orElse("not synchronised in 31 days");
    return switch (each.decision()) {
      case SyncDecision.Start _ ->
          "start%s; %s"
              .formatted(each.upstream().map(above -> " after " + above.name()).orElse(""), last);
      case SyncDecision.Join _ -> "synchronises already; wait for its end";
      case SyncDecision.Fresh _ -> "leave alone; " + last;
      case SyncDecision.LeftToOwner _ -> "leave alone; Configuration Manager synchronises it";
      case SyncDecision.NotAllowed _ -> "leave alone; the manifest does not allow writing there";
      case SyncDecision.Refused _ -> "leave alone; it cannot be used";
    };
  }

  private String ending(SyncOutcome outcome) {
    return switch (outcome) {
      case SyncOutcome.Succeeded(Instant at) -> "ended well " + time(at);
      case SyncOutcome.NotNeeded(SyncDecision.Fresh(Instant last)) ->
          "left alone; synchronised " + time(last);
      case SyncOutcome.NotNeeded _,
          SyncOutcome.Failed _,
          SyncOutcome.Cancelled _,
          SyncOutcome.Running _,
          SyncOutcome.Unknown _,
          SyncOutcome.Waits _,
          SyncOutcome.HeldBack _,
          SyncOutcome.Refused _ ->
          words(outcome);
    };
  }

  /** Result in a few words, without a time. */
  static String words(SyncOutcome outcome) {
    return switch (outcome) {
      case SyncOutcome.Succeeded _ -> "ended well";
      case SyncOutcome.NotNeeded(SyncDecision why) ->
          why instanceof SyncDecision.LeftToOwner
              ? "left alone; Configuration Manager synchronises it"
              : "left alone";
      case SyncOutcome.Failed _ -> "FAILED";
      case SyncOutcome.Cancelled _ -> "STOPPED by somebody";
      case SyncOutcome.Running(var progress) ->
          "still runs" + progress.map(how -> ": " + how).orElse("");
      case SyncOutcome.Unknown _ -> "outcome UNKNOWN";
      case SyncOutcome.Waits(String why) -> "not started: " + why;
      case SyncOutcome.HeldBack _ -> "NOT started";
      case SyncOutcome.Refused _ -> "cannot be used";
    };
  }

  private static String verdict(List<PlannedSync> plan, List<SyncOutcome> outcomes) {
    int problems = 0;
    for (int i = 0; i < plan.size(); i++) {
      problems += outcomes.get(i).problems(plan.get(i).server()).isEmpty() ? 0 : 1;
    }
    long waiting = outcomes.stream().filter(SyncOutcome::waits).count();
    List<String> parts = new ArrayList<>();
    if (problems > 0) {
      parts.add("Servers to look at: " + problems + ".");
    }
    if (waiting > 0) {
      parts.add(
          "Servers that are not synchronised yet: %d. Run 'garrison wsus sync' again."
              .formatted(waiting));
    }
    if (parts.isEmpty()) {
      parts.add("All synchronised.");
    }
    long left =
        plan.stream().filter(each -> each.decision() instanceof SyncDecision.LeftToOwner).count();
    if (left > 0) {
      parts.add("Left to Configuration Manager: %d.".formatted(left));
    }
    return String.join(" ", parts);
  }

  private String time(Instant at) {
    return time.plain(at);
  }
}
