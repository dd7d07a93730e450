package dev.garrison.server.page.fleet;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState.Group;
import dev.garrison.language.DurationText;
import dev.garrison.ring.AntivirusCounts;
import dev.garrison.ring.AntivirusCounts.CountedServers;
import dev.garrison.ring.RingState;
import dev.garrison.server.page.chart.Bar;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Percent;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.FleetReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rings, each with its gate. */
final class RolloutPage {
  /** End of the soak time in the reason of a ring's state. */
  private static final Pattern SOAKING =
      Pattern.compile("soaking until (\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z)");

  private final FleetReading fleet;

  RolloutPage(FleetReading fleet) {
    this.fleet = fleet;
  }

  /** Content of the page. */
  record Model(Frame frame, Optional<Instant> observed, List<Lane> lanes) {}

  /**
   * One ring.
   *
   * @param state empty where no job has checked it yet
   * @param bar of its servers by group
   * @param conditions the criteria of its gate
   * @param before the ring before it, if this one has not started
   */
  record Lane(
      ApiAnswers.Ring ring,
      Optional<String> state,
      Bar bar,
      List<Condition> conditions,
      Optional<ApiAnswers.Ring> before) {
    /** Style class for the color of its state, which is also shown in words. */
    String style() {
      Optional<RingState> known = state.flatMap(word -> Worded.of(RingState.class, word));
      if (known.filter(RingState::needsSomebody).isPresent()) {
        return "bad";
      }
      return switch (state.orElse("")) {
        case "passed" -> "good";
        case "soaking" -> "warn";
        default -> "";
      };
    }

    /** Name of its state. */
    String word() {
      return switch (state.orElse("")) {
        case "" -> "not checked yet";
        case "waiting" -> "not started";
        case "open" -> hasStarted() ? "in progress" : "ready to start";
        case "passed" -> "gate met";
        default -> state.orElseThrow(); // blocked, soaking, stalled, halted
      };
    }

    /** Whether a job has found a deployment to it. */
    boolean hasStarted() {
      return ring.standing().flatMap(ApiAnswers.Standing::opened).isPresent();
    }

    boolean isBlocked() {
      return state.filter(RingState.BLOCKED.word()::equals).isPresent();
    }

    /** Whether a halt has servers to reach, or may have some since the last check. */
    boolean canHalt() {
      boolean isReady = state.isEmpty() || state.filter(RingState.OPEN.word()::equals).isPresent();
      return !isHalted() && (hasStarted() || isReady);
    }

    /** Effect of a halt on servers that are not done, as a sentence. */
    String mayInstall() {
      return ring.standing()
          .flatMap(ApiAnswers.Standing::targets)
          .map(targets ->
              installing(targets.underWay() + targets.silent()) + retrying(targets.failed()))
          .orElse("The number of servers that may still install is unknown.");
    }

    private static String installing(int servers) {
      return switch (servers) {
        case 0 -> "No server was installing at the last check.";
        case 1 ->
            "1 server was installing or hadn't reported at the last check, and may still install.";
        default ->
            "%d servers were installing or hadn't reported at the last check, and may still install."
                .formatted(servers);
      };
    }

    private static String retrying(int failed) {
      return switch (failed) {
        case 0 -> "";
        case 1 -> " 1 server that failed may retry.";
        default -> " %d servers that failed may retry.".formatted(failed);
      };
    }

    /** Number of servers that its gate judges. */
    int targets() {
      return ring.standing()
          .flatMap(ApiAnswers.Standing::targets)
          .map(ApiAnswers.Targets::servers)
          .orElse(0);
    }

    /** Reason of its state, as a clause. */
    String reason() {
      return ring.standing().map(ApiAnswers.Standing::reason).orElse("");
    }

    /** Servers that may not enter a passive ring. */
    Optional<CountedServers> keptOut() {
      return ring.antivirus()
          .map(AntivirusCounts::keptOut)
          .filter(servers -> servers.servers() > 0);
    }

    boolean isHalted() {
      return state.filter(RingState.HALTED.word()::equals).isPresent();
    }
  }

  /**
   * One criterion of a gate.
   *
   * @param value the current value
   * @param bound the value that it must reach or keep to
   * @param isMet empty where it is not known
   */
  record Condition(String name, String value, String bound, Optional<Boolean> isMet) {
    /** The result in a word. */
    String word() {
      return isMet.map(met -> met ? "met" : "not met").orElse("unknown");
    }

    String style() {
      return isMet.map(met -> met ? "good" : "bad").orElse("of");
    }
  }

  Page page() {
    return new Page(Tab.ROLLOUT.path(), this::show);
  }

  private View show(PageRequest request) {
    ApiAnswers.Rings rings = fleet.rings();
    List<Lane> lanes = new ArrayList<>();
    for (ApiAnswers.Ring ring : rings.rings()) {
      lanes.add(
          lane(ring, lanes.isEmpty() ? Optional.empty() : Optional.of(lanes.getLast().ring())));
    }
    return new View("fleet/rollout", new Model(request.frame(), rings.observed(), lanes));
  }

  private static Lane lane(ApiAnswers.Ring ring, Optional<ApiAnswers.Ring> before) {
    Map<String, Integer> groups = new LinkedHashMap<>();
    for (Group group : Group.values()) {
      groups.put(group.label(), 0);
    }
    ring.states()
        .forEach(state ->
            groups.merge(FleetReading.label(state.state()), state.servers(), Integer::sum));
    return new Lane(
        ring,
        ring.standing().map(ApiAnswers.Standing::state),
        Bar.of(groups, ring.servers()),
        conditions(ring),
        before.filter(_ -> isNotStarted(ring)));
  }

  private static boolean isNotStarted(ApiAnswers.Ring ring) {
    return ring.standing()
        .filter(standing -> standing.opened().isEmpty())
        .filter(standing -> !standing.state().equals(RingState.OPEN.word()))
        .isPresent();
  }

  /** End of a ring's soak time, if it soaks: the next ring starts no earlier. */
  static Optional<Instant> soakEnd(ApiAnswers.Ring ring) {
    return ring.standing()
        .filter(standing -> standing.state().equals(RingState.SOAKING.word()))
        .map(ApiAnswers.Standing::reason)
        .map(SOAKING::matcher)
        .filter(Matcher::find)
        .map(matcher -> Instant.parse(matcher.group(1)));
  }

  /** The criteria of a gate, counted as the gate counts. */
  static List<Condition> conditions(ApiAnswers.Ring ring) {
    ApiAnswers.Gate gate = ring.gate();
    String none = none(ring);
    Optional<ApiAnswers.Targets> known =
        ring.standing().flatMap(ApiAnswers.Standing::targets).filter(each -> each.servers() > 0);
    int unhealthy =
        ring.antivirus().map(AntivirusCounts::unhealthy).map(CountedServers::servers).orElse(0);
    Optional<Integer> onboarded = known.map(each -> Math.max(0, each.onboarded() - unhealthy));
    List<Condition> conditions =
        new ArrayList<>(
            List.of(
                new Condition(
                    unhealthy == 0
                        ? "Onboarded"
                        : "Onboarded, not counting %d whose antivirus does not meet the ring's needs"
                            .formatted(unhealthy),
                    words(onboarded, known, none),
                    "at least %d%%".formatted(gate.onboarded()),
                    known.map(
                        each -> reaches(onboarded.orElse(0), each.servers(), gate.onboarded()))),
                new Condition(
                    "Reporting",
                    words(known.map(each -> each.servers() - each.silent()), known, none),
                    "at least %d%%".formatted(gate.reporting()),
                    known.map(each ->
                        reaches(each.servers() - each.silent(), each.servers(), gate.reporting()))),
                new Condition(
                    "Failed",
                    words(known.map(ApiAnswers.Targets::failed), known, none),
                    "at most %d%%".formatted(gate.failed()),
                    known.map(
                        each -> each.failed() * 100L <= (long) gate.failed() * each.servers()))));
    ring.antivirus()
        .filter(each -> each.onboarded() > 0)
        .map(RolloutPage::protection)
        .ifPresent(conditions::add);
    conditions.add(soak(ring));
    return conditions;
  }

  /** Soak time, which begins when all other criteria are met. */
  private static Condition soak(ApiAnswers.Ring ring) {
    String bound = DurationText.of(Duration.ofHours(ring.gate().soakHours()));
    String state = ring.standing().map(ApiAnswers.Standing::state).orElse("");
    boolean isOver =
        state.equals(RingState.PASSED.word())
            && ring.standing().filter(each -> each.reason().contains("soaked since")).isPresent();
    if (isOver) {
      return new Condition("Soak time", "complete", bound, Optional.of(true));
    }
    return state.equals(RingState.SOAKING.word())
        ? new Condition("Soak time", "started", bound, Optional.of(false))
        : new Condition("Soak time", "not started", bound, Optional.empty());
  }

  /** Not known is neither met nor not met. */
  private static Condition protection(AntivirusCounts counts) {
    int unprotected = counts.unprotected().servers();
    int unknown = counts.unknown().servers();
    return new Condition(
        "Onboarded without antivirus",
        unknown == 0
            ? "%d of %d servers".formatted(unprotected, counts.onboarded())
            : "%d of %d servers, %d unknown".formatted(unprotected, counts.onboarded(), unknown),
        "must be 0",
        unprotected == 0 && unknown > 0 ? Optional.empty() : Optional.of(unprotected == 0));
  }

  private static boolean reaches(int part, int whole, int percent) {
    return part * 100L >= (long) percent * whole;
  }

  private static String words(
      Optional<Integer> part, Optional<ApiAnswers.Targets> known, String none) {
    return known
        .map(each ->
            "%s (%d of %d servers)"
                .formatted(
                    Percent.of(part.orElse(0), each.servers()), part.orElse(0), each.servers()))
        .orElse(none);
  }

  /** Reason for a gate without counted servers. */
  private static String none(ApiAnswers.Ring ring) {
    if (ring.standing().isEmpty()) {
      return "not checked yet";
    }
    if (ring.standing().filter(each -> each.state().equals(RingState.HALTED.word())).isPresent()) {
      return "no data, its deployments are disabled";
    }
    return ring.standing().flatMap(ApiAnswers.Standing::opened).isPresent()
        ? "no server is targeted"
        : "no data, the ring has not started";
  }
}
