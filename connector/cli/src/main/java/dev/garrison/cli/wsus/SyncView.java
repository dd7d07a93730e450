package dev.garrison.cli.wsus;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Text;
import dev.garrison.wsus.sync.PlannedSync;
import dev.garrison.wsus.sync.SyncDecision;
import dev.garrison.wsus.sync.SyncOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
    lines.add(Text.of("wsus-sync.head", "manifest", manifest, "time", time.minute(now)).shown());
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
                    ? Text.of("wsus-sync.none-to-start")
                    : Text.of("wsus-sync.to-start", "count", starts))
                .shown());
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
    return plan.stream().mapToInt(each -> Cells.of(each.server().name())).max().orElse(1);
  }

  private static String row(String server, int width, String what) {
    return "  " + ScreenText.padded(server, width) + "  " + what;
  }

  private static String problem(Diagnostic problem) {
    return DiagnosticView.render(problem).indent(4).stripTrailing();
  }

  private String decision(PlannedSync each) {
    Text last =
        each.last()
            .map(at -> Text.of("wsus-sync.last", "time", time(at)))
            .orElse(Text.of("wsus-sync.never"));
    Text decision =
        switch (each.decision()) {
          case SyncDecision.Start _ ->
              each.upstream()
                  .map(above ->
                      Text.of("wsus-sync.start-after", "server", above.name(), "last", last))
                  .orElse(Text.of("wsus-sync.start", "last", last));
          case SyncDecision.Join _ -> Text.of("wsus-sync.join");
          case SyncDecision.Fresh _ -> Text.of("wsus-sync.fresh", "last", last);
          case SyncDecision.LeftToOwner _ -> Text.of("wsus-sync.left-to-owner");
          case SyncDecision.NotAllowed _ -> Text.of("wsus-sync.not-allowed");
          case SyncDecision.Refused _ -> Text.of("wsus-sync.unusable");
        };
    return decision.shown();
  }

  private String ending(SyncOutcome outcome) {
    return switch (outcome) {
      case SyncOutcome.Succeeded(Instant at) ->
          Text.of("wsus-sync.succeeded-at", "time", time(at)).shown();
      case SyncOutcome.NotNeeded(SyncDecision.Fresh(Instant last)) ->
          Text.of("wsus-sync.skipped-fresh", "time", time(last)).shown();
      case SyncOutcome.NotNeeded _,
          SyncOutcome.Failed _,
          SyncOutcome.Cancelled _,
          SyncOutcome.Running _,
          SyncOutcome.Unknown _,
          SyncOutcome.Waits _,
          SyncOutcome.HeldBack _,
          SyncOutcome.Refused _ ->
          words(outcome).shown();
    };
  }

  /** Result in a few words, without a time. */
  static Text words(SyncOutcome outcome) {
    return switch (outcome) {
      case SyncOutcome.Succeeded _ -> Text.of("wsus-sync.succeeded");
      case SyncOutcome.NotNeeded(SyncDecision why) ->
          why instanceof SyncDecision.LeftToOwner
              ? Text.of("wsus-sync.skipped-owner")
              : Text.of("wsus-sync.skipped");
      case SyncOutcome.Failed _ -> Text.of("wsus-sync.failed");
      case SyncOutcome.Cancelled _ -> Text.of("wsus-sync.canceled");
      case SyncOutcome.Running(var progress) ->
          progress
              .map(how -> Text.of("wsus-sync.running-at", "progress", how))
              .orElse(Text.of("wsus-sync.running"));
      case SyncOutcome.Unknown _ -> Text.of("wsus-sync.unknown");
      case SyncOutcome.Waits(String why) -> Text.of("wsus-sync.waits", "reason", why);
      case SyncOutcome.HeldBack _ -> Text.of("wsus-sync.held-back");
      case SyncOutcome.Refused _ -> Text.of("wsus-sync.refused");
    };
  }

  private static String verdict(List<PlannedSync> plan, List<SyncOutcome> outcomes) {
    int problems = 0;
    for (int i = 0; i < plan.size(); i++) {
      problems += outcomes.get(i).problems(plan.get(i).server()).isEmpty() ? 0 : 1;
    }
    long waiting = outcomes.stream().filter(SyncOutcome::waits).count();
    List<Text> sentences = new ArrayList<>();
    if (problems > 0) {
      sentences.add(Text.of("wsus-sync.problems", "count", problems));
    }
    if (waiting > 0) {
      sentences.add(Text.of("wsus-sync.waiting", "count", waiting));
    }
    if (sentences.isEmpty()) {
      sentences.add(Text.of("wsus-sync.all"));
    }
    long left =
        plan.stream().filter(each -> each.decision() instanceof SyncDecision.LeftToOwner).count();
    if (left > 0) {
      sentences.add(Text.of("wsus-sync.owned", "count", left));
    }
    return ScreenText.sentences(sentences);
  }

  private String time(Instant at) {
    return time.plain(at);
  }
}
