package dev.garrison.notice;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.JobRun;
import dev.garrison.language.Message;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.notification.NoticeKind;
import dev.garrison.ring.RingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Problems that one run reports, and the families that it decided about.
 *
 * @param families of problems that the run decided about; a problem of these that is not among the
 *     facts is solved
 * @param facts the problems
 * @param solved keys of problems that the run solved, whatever family they belong to
 */
public record FoundProblems(Set<String> families, List<FoundProblem> facts, Set<String> solved) {
  /** Time after which a site that is always busy is reported; a shorter wait is normal. */
  static final Duration BUSY = Duration.ofHours(6);

  /** Time after which a wait is reported; the site makes content and objects ready within hours. */
  static final Duration UNDER_WAY = Duration.ofHours(24);

  private static final String RINGS = "rings";

  /** Family of the problems that a check of the servers finds besides their states. */
  private static final String UPDATE_SERVERS = "update-servers";

  public FoundProblems {
    families = Set.copyOf(families);
    facts = List.copyOf(facts);
    solved = Set.copyOf(solved);
  }

  /** Problems of an ended run. */
  public static FoundProblems of(JobRun run) {
    JobOutcome outcome = run.outcome().orElseThrow();
    Set<String> families = new LinkedHashSet<>();
    List<FoundProblem> facts = new ArrayList<>();
    if (!run.isOwn()) {
      decide("requested/", run, failed(run, outcome), families, facts);
      rings(run, families, facts);
      return new FoundProblems(families, once(facts), solved(run));
    }
    decide("failure/", run, failed(run, outcome), families, facts);
    decide(
        "busy/",
        run,
        outcome == JobOutcome.BUSY ? Verdict.WRONG : busyNot(outcome),
        families,
        facts);
    decide("under-way/", run, underWay(run, outcome), families, facts);
    if (looked(outcome) && run.job() == JobKind.DRIFT) {
      families.add("drift");
      run.findings()
          .forEach(each -> facts.add(FoundProblem.byWords("drift", NoticeKind.DRIFT, each)));
      run.sightings().forEach(each -> facts.add(drifted(each, each.state())));
    }
    if (looked(outcome) && run.job() == JobKind.EXPIRY) {
      families.add("expiry");
      run.findings()
          .forEach(each -> facts.add(FoundProblem.byWords("expiry", NoticeKind.EXPIRY, each)));
    }
    if (looked(outcome) && run.job() == JobKind.STATUS) {
      families.add(UPDATE_SERVERS);
      run.findings()
          .forEach(
              each -> facts.add(FoundProblem.byWords(UPDATE_SERVERS, NoticeKind.FAILURE, each)));
    }
    rings(run, families, facts);
    return new FoundProblems(families, once(facts), solved(run));
  }

  private enum Verdict {
    WELL,
    WRONG,
    UNDECIDED
  }

  private static boolean looked(JobOutcome outcome) {
    return switch (outcome) {
      case DONE, PENDING, WAITING, FINDINGS -> true;
      case BUSY, STOPPED, INTERRUPTED, FAILED -> false;
    };
  }

  private static Verdict failed(JobRun run, JobOutcome outcome) {
    return switch (outcome) {
      case DONE, PENDING, WAITING -> Verdict.WELL;
      case FINDINGS -> run.job() == JobKind.SENSOR_UPDATE ? Verdict.WRONG : Verdict.WELL;
      case FAILED, INTERRUPTED -> Verdict.WRONG;
      case BUSY, STOPPED -> Verdict.UNDECIDED;
    };
  }

  private static Verdict busyNot(JobOutcome outcome) {
    return outcome == JobOutcome.STOPPED || outcome == JobOutcome.INTERRUPTED
        ? Verdict.UNDECIDED
        : Verdict.WELL;
  }

  private static Verdict underWay(JobRun run, JobOutcome outcome) {
    if (!looked(outcome)) {
      return Verdict.UNDECIDED;
    }
    return outcome == JobOutcome.WAITING && run.soon() ? Verdict.WRONG : Verdict.WELL;
  }

  private static void decide(
      String prefix, JobRun run, Verdict verdict, Set<String> families, List<FoundProblem> facts) {
    String family = prefix + run.job().word();
    switch (verdict) {
      case UNDECIDED -> {
        // An earlier run's verdict stands.
      }
      case WELL -> families.add(family);
      case WRONG -> {
        families.add(family);
        facts.addAll(
            switch (prefix) {
              case "busy/" -> List.of(busy(run, family));
              case "under-way/" -> List.of(stuck(run, family));
              default -> failures(run, family);
            });
      }
    }
  }

  /**
   * Failures, one for each code. The number of objects that a failure affects may differ from run
   * to run.
   */
  private static List<FoundProblem> failures(JobRun run, String family) {
    List<Finding> findings =
        run.findings().isEmpty()
            ? List.of(
                Finding.of(
                    Diagnostic.error(
                        NoticeCode.JOB_FAILED,
                        Message.of(
                            "job-run.failed",
                            "job",
                            run.job().word(),
                            "outcome",
                            run.outcome().orElseThrow().word(),
                            "summary",
                            withoutEnd(run.summary()),
                            "run",
                            String.valueOf(run.id())))))
            : run.findings();
    return findings.stream()
        .map(finding -> FoundProblem.byCode(family, NoticeKind.FAILURE, finding))
        .toList();
  }

  private static FoundProblem busy(JobRun run, String family) {
    return FoundProblem.about(
            family,
            NoticeKind.STALL,
            family,
            Diagnostic.error(
                NoticeCode.JOB_STALLED,
                Message.of(
                    "job-run.busy",
                    "job",
                    run.job().word(),
                    "time",
                    BUSY,
                    "summary",
                    withoutEnd(run.summary()),
                    "run",
                    String.valueOf(run.id()))))
        .lasting(BUSY);
  }

  private static FoundProblem stuck(JobRun run, String family) {
    return FoundProblem.about(
            family,
            NoticeKind.STALL,
            family,
            Diagnostic.error(
                NoticeCode.JOB_STALLED,
                Message.of(
                    "job-run.stalled",
                    "job",
                    run.job().word(),
                    "time",
                    UNDER_WAY,
                    "summary",
                    withoutEnd(run.summary()))))
        .lasting(UNDER_WAY);
  }

  private static String withoutEnd(String summary) {
    return summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary;
  }

  /** Drift of objects that the run put in place, whatever was to be done with them. */
  private static Set<String> solved(JobRun run) {
    return run.sightings().stream()
        .filter(each -> each.state().equals(Sighting.PLACED))
        .flatMap(each ->
            Arrays.stream(Action.values())
                .map(action -> drifted(each, action.name().toLowerCase(Locale.ROOT)).key()))
        .collect(Collectors.toSet());
  }

  private static FoundProblem drifted(Sighting object, String action) {
    return FoundProblem.about(
        "drift",
        NoticeKind.DRIFT,
        object.kind() + "/" + object.name() + "/" + action,
        Diagnostic.warning(
            NoticeCode.OBJECT_DIFFERS,
            Message.of(
                "finding.drift", "kind", object.kind(), "name", object.name(), "action", action)));
  }

  private static void rings(JobRun run, Set<String> families, List<FoundProblem> facts) {
    for (Sighting each : run.sightings()) {
      if (each.kind().equals(Sighting.RING)) {
        families.add(RINGS);
        if (each.state().equals(RingState.BLOCKED.word())) {
          facts.add(blocked(each));
        } else if (each.state().equals(RingState.HALTED.word())) {
          facts.add(halted(each));
        } else if (each.state().equals(RingState.STALLED.word())) {
          facts.add(stalled(each));
        }
      }
    }
  }

  private static FoundProblem blocked(Sighting ring) {
    return FoundProblem.about(
        RINGS,
        NoticeKind.STALL,
        ring.name(),
        Diagnostic.error(
            NoticeCode.RING_BLOCKED,
            Message.of("finding.ring-blocked", "ring", ring.name(), "reason", ring.words())));
  }

  private static FoundProblem halted(Sighting ring) {
    return FoundProblem.about(
        RINGS,
        NoticeKind.HALT,
        ring.name(),
        Diagnostic.error(
            NoticeCode.RING_HALTED,
            Message.of("finding.ring-halted", "ring", ring.name(), "reason", ring.words())));
  }

  private static FoundProblem stalled(Sighting ring) {
    return FoundProblem.about(
        RINGS,
        NoticeKind.STALL,
        ring.name(),
        Diagnostic.error(
            NoticeCode.RING_STALLED,
            Message.of("finding.ring-stalled", "ring", ring.name(), "reason", ring.words())));
  }

  private static List<FoundProblem> once(List<FoundProblem> facts) {
    Map<String, FoundProblem> byKey = new LinkedHashMap<>();
    facts.forEach(fact -> byKey.putIfAbsent(fact.key(), fact));
    return List.copyOf(byKey.values());
  }
}
