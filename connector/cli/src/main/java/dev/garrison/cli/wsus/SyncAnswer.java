package dev.garrison.cli.wsus;

import dev.garrison.cli.view.ProblemAnswer;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.sync.PlannedSync;
import dev.garrison.wsus.sync.SyncDecision;
import dev.garrison.wsus.sync.SyncOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Synchronizations as JSON. Keys are only ever added.
 *
 * @param at the time at which the plan was made
 */
record SyncAnswer(String format, String manifest, Instant at, List<Server> servers)
    implements JsonForm {
  private static final String FORMAT = "garrison.wsus-sync/1";

  /**
   * Synchronization of one server.
   *
   * @param outcome the result; left out of a plan
   * @param ended the time of a successful end
   * @param failures problems that need attention; left out of a plan unless the synchronization is
   *     refused
   */
  record Server(
      String server,
      String owner,
      Optional<String> upstream,
      Optional<Instant> synchronised,
      String decision,
      @OmittedWhenEmpty Optional<String> outcome,
      @OmittedWhenEmpty Optional<Instant> ended,
      @OmittedWhenEmpty Optional<List<ProblemAnswer>> failures)
      implements JsonForm {
    private static Server planned(PlannedSync planned) {
      Optional<List<Diagnostic>> refused =
          switch (planned.decision()) {
            case SyncDecision.NotAllowed(Diagnostic why) -> Optional.of(List.of(why));
            case SyncDecision.Refused(List<Diagnostic> why) -> Optional.of(why);
            case SyncDecision.Start _,
                SyncDecision.Join _,
                SyncDecision.Fresh _,
                SyncDecision.LeftToOwner _ ->
                Optional.empty();
          };
      return of(planned, Optional.empty(), Optional.empty(), refused);
    }

    private static Server ended(PlannedSync planned, SyncOutcome outcome) {
      return of(
          planned,
          Optional.of(word(outcome)),
          outcome instanceof SyncOutcome.Succeeded(Instant at) ? Optional.of(at) : Optional.empty(),
          Optional.of(outcome.problems(planned.server())));
    }

    private static Server of(
        PlannedSync planned,
        Optional<String> outcome,
        Optional<Instant> ended,
        Optional<List<Diagnostic>> failures) {
      return new Server(
          planned.server().name(),
          planned.server().owner().word(),
          planned.upstream().map(WsusServer::name),
          planned.last(),
          word(planned.decision()),
          outcome,
          ended,
          failures.map(all -> all.stream().map(ProblemAnswer::of).toList()));
    }

    private static String word(SyncDecision decision) {
      return switch (decision) {
        case SyncDecision.Start _ -> "start";
        case SyncDecision.Join _ -> "wait";
        case SyncDecision.Fresh _ -> "recent";
        case SyncDecision.LeftToOwner _ -> "left-to-mecm";
        case SyncDecision.NotAllowed _, SyncDecision.Refused _ -> "refused";
      };
    }

    private static String word(SyncOutcome outcome) {
      return switch (outcome) {
        case SyncOutcome.Succeeded _ -> "succeeded";
        case SyncOutcome.NotNeeded _ -> "not-needed";
        case SyncOutcome.Failed _ -> "failed";
        case SyncOutcome.Cancelled _ -> "cancelled";
        case SyncOutcome.Running _ -> "running";
        case SyncOutcome.Unknown _ -> "unknown";
        case SyncOutcome.Waits _ -> "waits";
        case SyncOutcome.HeldBack _ -> "not-started";
        case SyncOutcome.Refused _ -> "refused";
      };
    }
  }

  /** Answer for a plan. */
  static SyncAnswer planned(String manifest, Instant at, List<PlannedSync> plan) {
    return new SyncAnswer(FORMAT, manifest, at, plan.stream().map(Server::planned).toList());
  }

  /** Answer for the results. */
  static SyncAnswer ended(
      String manifest, Instant at, List<PlannedSync> plan, List<SyncOutcome> outcomes) {
    return new SyncAnswer(
        FORMAT,
        manifest,
        at,
        IntStream.range(0, plan.size())
            .mapToObj(i -> Server.ended(plan.get(i), outcomes.get(i)))
            .toList());
  }
}
