package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.manifest.value.RingGate;
import dev.garrison.server.page.fleet.UpdateCell.State;
import dev.garrison.server.page.fleet.UpdateMatrix.Family;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One ring of WSUS groups, with the soak time of each version and the next step.
 *
 * @param gate the criteria for the next ring; empty for the last ring
 * @param steps one for each family that the manifest deploys
 */
record UpdateLane(int position, String ring, Optional<RingGate> gate, List<Step> steps) {
  UpdateLane {
    steps = List.copyOf(steps);
  }

  /** The next step of one family in a ring. */
  enum Next {
    /** The version is approved for the ring and soaks before the next ring gets it. */
    SOAKS("page.update-step.soaking", "open"),
    /** The soak time is over; the gate decides when the next ring gets the version. */
    SOAKED("page.update-step.soaked", "soaking"),
    /** This ring and the next one have the version. */
    PASSED("page.update-state.current", "passed"),
    /** The ring before this one has to meet its gate first. */
    WAITS("page.update-step.waiting", "waiting"),
    /** The next plan approves the version. */
    DUE("page.update-state.not-approved", "waiting"),
    HELD("page.update-state.held", "waiting"),
    UNKNOWN("page.value.unknown", "unknown"),
    NOTHING("page.update-state.not-applicable", "unknown");

    private final String key;
    private final String style;

    Next(String key, String style) {
      this.key = key;
      this.style = style;
    }

    String word() {
      return t(key);
    }

    String style() {
      return style;
    }
  }

  /**
   * One family in the ring.
   *
   * @param version approved for the ring; empty where none is
   * @param follows the version that comes next, where it is known
   * @param earliest time at which the next version can be approved
   */
  record Step(
      String family,
      Next next,
      Optional<String> version,
      Optional<String> follows,
      Optional<Instant> approved,
      Optional<Instant> soaksUntil,
      Optional<Instant> earliest) {}

  static List<UpdateLane> of(UpdateMatrix matrix, Instant now) {
    List<UpdateLane> lanes = new ArrayList<>();
    for (int place = 0; place < matrix.rings().size(); place++) {
      boolean isLast = place == matrix.rings().size() - 1;
      int index = place;
      lanes.add(
          new UpdateLane(
              place + 1,
              matrix.rings().get(place).ring(),
              isLast ? Optional.empty() : Optional.of(matrix.rings().get(place).gate()),
              matrix.families().stream()
                  .filter(Family::isDeployed)
                  .map(family -> step(matrix, family, index, now))
                  .toList()));
    }
    return lanes;
  }

  private static Step step(UpdateMatrix matrix, Family family, int place, Instant now) {
    UpdateCell cell = family.cells().get(place);
    boolean isLast = place == family.cells().size() - 1;
    Optional<Instant> approved = isApproved(cell) ? cell.approved() : Optional.empty();
    Optional<Instant> soaksUntil =
        isLast
            ? Optional.empty()
            : approved.map(at -> at.plus(matrix.rings().get(place).gate().soak()));
    Next next =
        switch (cell.state()) {
          case CURRENT, FAILED ->
              isLast || isApproved(family.cells().get(place + 1))
                  ? Next.PASSED
                  : soaksUntil
                      .map(end -> now.isBefore(end) ? Next.SOAKS : Next.SOAKED)
                      .orElse(Next.UNKNOWN);
          case OLD, NOT_APPROVED -> place == 0 ? Next.DUE : due(matrix, family, place, now);
          case HELD -> Next.HELD;
          case NO_ANSWER -> Next.UNKNOWN;
          case NOT_APPLICABLE, NOT_DEPLOYED -> Next.NOTHING;
        };
    boolean isBehind = next == Next.DUE || next == Next.WAITS || next == Next.HELD;
    return new Step(
        family.name(),
        next,
        cell.version(),
        isBehind ? family.current() : Optional.empty(),
        approved,
        next == Next.SOAKS || next == Next.SOAKED ? soaksUntil : Optional.empty(),
        next == Next.WAITS ? earliest(matrix, family, place) : Optional.empty());
  }

  private static Next due(UpdateMatrix matrix, Family family, int place, Instant now) {
    if (!isApproved(family.cells().get(place - 1))) {
      return Next.WAITS;
    }
    return earliest(matrix, family, place)
        .map(end -> now.isBefore(end) ? Next.WAITS : Next.DUE)
        .orElse(Next.UNKNOWN);
  }

  private static boolean isApproved(UpdateCell cell) {
    return cell.state() == State.CURRENT || cell.state() == State.FAILED;
  }

  /** End of the soak time in the ring before. */
  private static Optional<Instant> earliest(UpdateMatrix matrix, Family family, int place) {
    UpdateCell before = family.cells().get(place - 1);
    return isApproved(before)
        ? before.approved().map(at -> at.plus(matrix.rings().get(place - 1).gate().soak()))
        : Optional.empty();
  }
}
