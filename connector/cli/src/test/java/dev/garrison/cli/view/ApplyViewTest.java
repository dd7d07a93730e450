package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.session.Adoption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an apply says of the objects that it carried out. */
final class ApplyViewTest {
  private static final Address PILOT = new Address("collection", "MDE pilot - all");

  private static PlannedChange change(Action action, String summary) {
    return new PlannedChange(
        PILOT, action, summary, List.of(), List.of(), Optional.empty(), "", List.of());
  }

  private static String done(Action action, String summary) {
    return ApplyView.line(change(action, summary), new StepResult.Done());
  }

  private static ApplyReport report(StepResult... results) {
    Map<Address, StepResult> all = new LinkedHashMap<>();
    for (StepResult result : results) {
      all.put(new Address("collection", "MDE " + all.size()), result);
    }
    return new ApplyReport(all, "0123456789abcdef");
  }

  @Test
  void whatWasWrittenIsReadBackEqual() {
    assertThat(done(Action.CREATE, "limited to All Servers"))
        .isEqualTo("  done      collection     MDE pilot - all, read back: equal");
  }

  @Test
  void whatWasDeletedIsReadBackGone() {
    assertThat(done(Action.DELETE, "the run made it"))
        .isEqualTo("  done      collection     MDE pilot - all, read back: gone");
  }

  @Test
  void whatWasAdoptedIsReadBackMarked() {
    assertThat(done(Action.UPDATE, Adoption.SUMMARY))
        .isEqualTo("  done      collection     MDE pilot - all, read back: marked");
  }

  @Test
  void theVerdictCountsWhatIsInPlaceAsTheJournalDoes() {
    assertThat(ApplyView.verdict(report(new StepResult.Done(), new StepResult.Done()), "run-1"))
        .isEqualTo("Applied: 2 in place. Journal run run-1, head 0123456789ab.");
    assertThat(
            ApplyView.verdict(
                report(
                    new StepResult.Done(),
                    new StepResult.Unchanged(),
                    new StepResult.Unchanged(),
                    new StepResult.Waiting("content")),
                "run-1"))
        .isEqualTo(
            "Applied: 3 in place (1 done, 2 equal before), 1 waits. Journal run run-1, head 0123456789ab.");
  }
}
