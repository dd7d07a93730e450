package dev.garrison.cli.plan;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.language.Text;
import dev.garrison.state.StoredPlan;
import java.time.Instant;

/**
 * End of the time in which a plan can be applied, and the reason for it.
 *
 * @param end the first time at which it is refused
 * @param reason the key of the sentence
 */
record PlanLife(Instant end, String reason) {
  /**
   * Determines what ends a plan first.
   *
   * @param asked whether its maker specified when it expires
   */
  static PlanLife of(StoredPlan plan, boolean asked) {
    boolean near = plan.plan().validUntil().filter(plan.expires()::equals).isPresent();
    return new PlanLife(
        plan.expires(),
        near ? "plan.life-deadlines" : asked ? "plan.life-asked" : "plan.life-default");
  }

  String line(TerminalTime time) {
    return Text.of(reason, "time", time.minute(end)).shown();
  }
}
