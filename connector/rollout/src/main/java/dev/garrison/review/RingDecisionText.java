package dev.garrison.review;

import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.ring.RingState;
import java.util.List;
import java.util.Set;

/** State of a ring in a plan, with its reason, in the words of {@code garrison status}. */
public final class RingDecisionText {
  private static final String DEPLOYMENT = "deployment";

  /** Reasons of a ring that opens as soon as its deployments are created. */
  private static final Set<String> OPENING = Set.of("gate.first", "gate.rings-passed");

  private RingDecisionText() {}

  /**
   * The state of a ring.
   *
   * @param changes of the plan, among them all of the ring
   */
  public static Text of(RingDecision ring, List<PlannedChange> changes) {
    boolean opens =
        ring.decision().equals(RingState.OPEN.word())
            && OPENING.contains(RecordedText.text(ring.reason()).key());
    if (!opens) {
      return Text.of(
          "ring.reason",
          "state",
          RingStateText.of(ring.decision()),
          "reason",
          Text.recorded(ring.reason()));
    }
    return creates(changes)
        ? Text.of("plan.opens")
        : Text.of(
            "ring.reason",
            "state",
            RingStateText.of(RingState.WAITING),
            "reason",
            Text.of("gate.opens"));
  }

  private static boolean creates(List<PlannedChange> changes) {
    return changes.stream()
        .filter(change -> change.address().kind().contains(DEPLOYMENT))
        .anyMatch(change -> PlanMark.of(change) == PlanMark.CREATE);
  }
}
