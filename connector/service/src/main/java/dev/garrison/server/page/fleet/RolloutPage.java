package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.lasting;
import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.ring.AntivirusCounts;
import dev.garrison.ring.AntivirusCounts.CountedServers;
import dev.garrison.ring.RingState;
import dev.garrison.server.page.chart.Bar;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Percent;
import dev.garrison.server.page.frame.RingName;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.FleetReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
      return RingName.of(state.orElse(""), hasStarted());
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
              t(
                  "page.rollout.halt-installing",
                  "count",
                  targets.underWay() + targets.silent(),
                  "failed",
                  targets.failed()))
          .orElseGet(() -> t("page.rollout.halt-unknown"));
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

    /** Servers that may not enter the ring. */
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
      return isMet
          .map(met -> met ? t("page.rollout.met") : t("page.rollout.not-met"))
          .orElseGet(() -> t("page.value.unknown"));
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
    return new Lane(
        ring,
        ring.standing().map(ApiAnswers.Standing::state),
        GroupBar.of(ring.states(), ring.servers(), Map.of("ring", ring.name())),
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
                        ? t("page.column.onboarded")
                        : t("page.rollout.onboarded-protected", "count", unhealthy),
                    words(onboarded, known, none),
                    t("page.rollout.at-least", "percent", gate.onboarded()),
                    known.map(
                        each -> reaches(onboarded.orElse(0), each.servers(), gate.onboarded()))),
                new Condition(
                    t("page.rollout.reporting"),
                    words(known.map(each -> each.servers() - each.silent()), known, none),
                    t("page.rollout.at-least", "percent", gate.reporting()),
                    known.map(each ->
                        reaches(each.servers() - each.silent(), each.servers(), gate.reporting()))),
                new Condition(
                    t("page.column.failed"),
                    words(known.map(ApiAnswers.Targets::failed), known, none),
                    t("page.rollout.at-most", "percent", gate.failed()),
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
    String name = t("page.rollout.soak");
    String bound = lasting(Duration.ofHours(ring.gate().soakHours()));
    String state = ring.standing().map(ApiAnswers.Standing::state).orElse("");
    boolean isOver =
        state.equals(RingState.PASSED.word())
            && ring.standing().filter(each -> each.reason().contains("soaked since")).isPresent();
    if (isOver) {
      return new Condition(name, t("page.rollout.soak-complete"), bound, Optional.of(true));
    }
    return state.equals(RingState.SOAKING.word())
        ? new Condition(name, t("page.rollout.soak-started"), bound, Optional.of(false))
        : new Condition(name, t("page.rollout.soak-not-started"), bound, Optional.empty());
  }

  /** Not known is neither met nor not met. */
  private static Condition protection(AntivirusCounts counts) {
    int unprotected = counts.unprotected().servers();
    int unknown = counts.unknown().servers();
    return new Condition(
        t("page.rollout.unprotected"),
        unknown == 0
            ? t("page.count.of-servers", "count", unprotected, "all", counts.onboarded())
            : t(
                "page.rollout.some-unknown",
                "count",
                unprotected,
                "all",
                counts.onboarded(),
                "unknown",
                unknown),
        t("page.rollout.zero"),
        unprotected == 0 && unknown > 0 ? Optional.empty() : Optional.of(unprotected == 0));
  }

  private static boolean reaches(int part, int whole, int percent) {
    return part * 100L >= (long) percent * whole;
  }

  private static String words(
      Optional<Integer> part, Optional<ApiAnswers.Targets> known, String none) {
    return known
        .map(each ->
            t(
                "page.rollout.share",
                "percent",
                Percent.of(part.orElse(0), each.servers()),
                "count",
                part.orElse(0),
                "all",
                each.servers()))
        .orElse(none);
  }

  /** Reason for a gate without counted servers. */
  private static String none(ApiAnswers.Ring ring) {
    if (ring.standing().isEmpty()) {
      return t("page.ring-state.unchecked");
    }
    if (ring.standing().filter(each -> each.state().equals(RingState.HALTED.word())).isPresent()) {
      return t("page.rollout.disabled");
    }
    return ring.standing().flatMap(ApiAnswers.Standing::opened).isPresent()
        ? t("page.rollout.untargeted")
        : t("page.rollout.not-started");
  }
}
