package dev.garrison.cli.plan;

import dev.garrison.cli.view.OutcomeAnswer;
import dev.garrison.json.JsonForm;
import dev.garrison.session.WriteSession.Applied;
import dev.garrison.state.StoredPlan;
import java.util.List;
import java.util.Optional;

/**
 * Answer of {@code garrison apply} as JSON.
 *
 * @param digest the digest of the plan, as {@code plan} printed it
 * @param run the run in the journal; empty where nothing was to be written, and no run was begun
 * @param head the digest of the journal's newest entry; empty likewise
 * @param succeeded whether nothing failed
 * @param complete whether every object is in place
 */
record ApplyAnswer(
    String format,
    String manifest,
    String site,
    Optional<String> changeId,
    String digest,
    Optional<String> run,
    Optional<String> head,
    boolean succeeded,
    boolean complete,
    List<OutcomeAnswer> objects)
    implements JsonForm {
  private static final String FORMAT = "garrison.apply/1";

  /** A plan that was carried out. */
  static ApplyAnswer of(StoredPlan plan, Applied applied) {
    return new ApplyAnswer(
        FORMAT,
        plan.plan().manifest(),
        plan.plan().site(),
        plan.changeId(),
        plan.digest().hex(),
        Optional.of(applied.run()),
        Optional.of(applied.report().head()),
        applied.report().succeeded(),
        applied.report().complete(),
        OutcomeAnswer.of(applied.report()));
  }

  /** A plan with nothing to write. */
  static ApplyAnswer of(StoredPlan plan) {
    return new ApplyAnswer(
        FORMAT,
        plan.plan().manifest(),
        plan.plan().site(),
        plan.changeId(),
        plan.digest().hex(),
        Optional.empty(),
        Optional.empty(),
        true,
        plan.plan().converged(),
        OutcomeAnswer.of(plan.plan()));
  }
}
