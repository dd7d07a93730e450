package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.session.Adoption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an apply says of the objects that it carried out. */
final class ApplyViewTest {
  private static final Address PILOT = new Address("collection", "MDE pilot - all");

  private static PlannedChange change(Action action, String summary) {
    return new PlannedChange(
        PILOT, action, summary, List.of(), List.of(), Optional.empty(), "", List.of());
  }

  private static String done(Action action, String summary) {
    return ApplyView.line(change(action, summary), new StepResult.Done(), "");
  }

  private static ApplyReport report(StepResult... results) {
    Map<Address, StepResult> all = new LinkedHashMap<>();
    for (StepResult result : results) {
      all.put(new Address("collection", "MDE " + all.size()), result);
    }
    return new ApplyReport(all, "0123456789abcdef");
  }

  @Test
  void aWriteIsNamedByWhatItDidAndThatItWasVerified() {
    assertThat(done(Action.CREATE, "limited to All Servers"))
        .isEqualTo("  + created   collection     MDE pilot - all, verified");
    assertThat(done(Action.UPDATE, "limited to All Servers"))
        .isEqualTo("  ~ changed   collection     MDE pilot - all, verified");
    assertThat(done(Action.DELETE, "the run made it"))
        .isEqualTo("  - deleted   collection     MDE pilot - all, verified");
    assertThat(done(Action.UPDATE, Adoption.SUMMARY))
        .isEqualTo("  ~ marked    collection     MDE pilot - all, verified");
  }

  @Test
  void whatIsNotInPlaceSaysWhy() {
    PlannedChange change = change(Action.CREATE, "limited to All Servers");
    assertThat(
            Stream.of(
                    new StepResult.Unchanged(),
                    new StepResult.Waiting("the site is sending"),
                    new StepResult.Blocked("failed", new Blockage("full", "Free space.")),
                    new StepResult.Held("ring broad is halted"),
                    new StepResult.ByHand(),
                    new StepResult.Skipped(PILOT),
                    new StepResult.NotTried(PILOT))
                .map(result ->
                    ApplyView.line(change, result, ApplyView.recorded(result).orElse(""))))
        .containsExactly(
            "",
            "  . waiting   collection     MDE pilot - all: the site is sending",
            "  x blocked   collection     MDE pilot - all: failed",
            "  . waiting   collection     MDE pilot - all: ring broad is halted",
            "  ! manual    collection     MDE pilot - all",
            "  x skipped   collection     MDE pilot - all: needs collection \"MDE pilot - all\"",
            "  x not tried collection     MDE pilot - all: the run stopped at collection \"MDE pilot - all\"");
  }

  @Test
  void theVerdictCountsChangesAndTheObjectsInPlaceAsTheJournalDoes() {
    assertThat(ApplyView.verdict(report(new StepResult.Done(), new StepResult.Done()), "run-1"))
        .containsExactly(
            "Apply complete: 2 of 2 changes applied and verified. 0 waiting, 0 manual, 0 failed.",
            "2 objects in place: 2 applied, 0 unchanged. Journal run run-1, head 0123456789ab.");
    assertThat(
            ApplyView.verdict(
                report(
                    new StepResult.Done(),
                    new StepResult.Unchanged(),
                    new StepResult.Waiting("content"),
                    new StepResult.Waiting("content", true),
                    new StepResult.Held("halted"),
                    new StepResult.ByHand()),
                "run-1"))
        .containsExactly(
            "Apply incomplete: 1 of 5 changes applied and verified. 1 begun, 2 waiting, 1 manual, 0 failed.",
            "2 objects in place: 1 applied, 1 unchanged. Journal run run-1, head 0123456789ab.");
    assertThat(
            ApplyView.verdict(
                report(
                    new StepResult.Skipped(PILOT),
                    new StepResult.Blocked("failed", new Blockage("full", "Free space."))),
                "run-1"))
        .first()
        .isEqualTo(
            "Apply failed: 0 of 2 changes applied and verified. 0 waiting, 1 blocked, 0 manual, 1 failed.");
  }
}
