package dev.garrison.server.page.fleet;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState.Group;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rings, each with its gate. */
final class RolloutPage {
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
   */
  record Lane(ApiAnswers.Ring ring, Optional<String> state, Bar bar, List<Condition> conditions) {
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
   * @param isMet empty where it is not known
   * @param now the current value
   */
  record Condition(String demand, String now, Optional<Boolean> isMet) {
    /** The result in a word. */
    String word() {
      return isMet.map(met -> met ? "met" : "not met").orElse("not known");
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
    return new View(
        "fleet/rollout",
        new Model(
            request.frame(),
            rings.observed(),
            rings.rings().stream().map(RolloutPage::lane).toList()));
  }

  private static Lane lane(ApiAnswers.Ring ring) {
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
        conditions(ring));
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
                    "%d %% onboarded".formatted(gate.onboarded())
                        + (unhealthy == 0
                            ? ""
                            : ", not counting %d whose antivirus is not as the ring needs it"
                                .formatted(unhealthy)),
                    words(onboarded, known, none),
                    known.map(
                        each -> reaches(onboarded.orElse(0), each.servers(), gate.onboarded()))),
                new Condition(
                    "%d %% have reported".formatted(gate.reporting()),
                    words(known.map(each -> each.servers() - each.silent()), known, none),
                    known.map(each ->
                        reaches(each.servers() - each.silent(), each.servers(), gate.reporting()))),
                new Condition(
                    "at most %d %% failed".formatted(gate.failed()),
                    words(known.map(ApiAnswers.Targets::failed), known, none),
                    known.map(
                        each -> each.failed() * 100L <= (long) gate.failed() * each.servers()))));
    ring.antivirus()
        .filter(each -> each.onboarded() > 0)
        .map(RolloutPage::protection)
        .ifPresent(conditions::add);
    return conditions;
  }

  /** Not known is neither met nor not met. */
  private static Condition protection(AntivirusCounts counts) {
    int unprotected = counts.unprotected().servers();
    int unknown = counts.unknown().servers();
    return new Condition(
        "no onboarded server without antivirus",
        "%d of %d%s"
            .formatted(
                unprotected,
                counts.onboarded(),
                unknown == 0 ? "" : ", not known of %d".formatted(unknown)),
        unprotected == 0 && unknown > 0 ? Optional.empty() : Optional.of(unprotected == 0));
  }

  private static boolean reaches(int part, int whole, int percent) {
    return part * 100L >= (long) percent * whole;
  }

  private static String words(
      Optional<Integer> part, Optional<ApiAnswers.Targets> known, String none) {
    return known
        .map(each ->
            "%s, %d of %d"
                .formatted(
                    Percent.of(part.orElse(0), each.servers()), part.orElse(0), each.servers()))
        .orElse(none);
  }

  /** Reason for a gate without counted servers. */
  private static String none(ApiAnswers.Ring ring) {
    if (ring.standing().isEmpty()) {
      return "not checked yet";
    }
    return ring.standing().flatMap(ApiAnswers.Standing::opened).isPresent()
        ? "no server is targeted now"
        : "nothing is deployed yet";
  }
}
