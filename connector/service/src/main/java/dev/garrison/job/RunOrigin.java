package dev.garrison.job;

import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import java.time.Instant;
import java.util.Optional;

/**
 * Decision or time that started a run, as far as it is recorded.
 *
 * @param plan the run whose plan was approved
 * @param ring the ring that was halted or resumed
 * @param change number of the change, from the approver
 * @param comment of the approver, or reason of an order
 * @param due the time at which the schedule wanted the run
 */
public record RunOrigin(
    @OmittedWhenEmpty Optional<Long> plan,
    @OmittedWhenEmpty Optional<String> ring,
    @OmittedWhenEmpty Optional<String> change,
    @OmittedWhenEmpty Optional<String> comment,
    @OmittedWhenEmpty Optional<Instant> due)
    implements JsonForm {
  /** Origin of a run about which nothing more is recorded. */
  public static final RunOrigin NONE =
      new RunOrigin(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Origin of a run that applies an approved plan. */
  public static RunOrigin approval(long plan, ApprovalNote note) {
    return new RunOrigin(
        Optional.of(plan), Optional.empty(), note.change(), note.comment(), Optional.empty());
  }

  /** Origin of a run that halts or resumes a ring. */
  public static RunOrigin order(String ring, String reason) {
    return new RunOrigin(
        Optional.empty(),
        Optional.of(ring),
        Optional.empty(),
        Optional.of(reason),
        Optional.empty());
  }

  /** Origin of a run that the schedule wanted at a time. */
  public static RunOrigin due(Instant due) {
    return new RunOrigin(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(due));
  }
}
