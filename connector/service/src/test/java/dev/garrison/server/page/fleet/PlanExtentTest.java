package dev.garrison.server.page.fleet;

import static dev.garrison.server.reading.MadeApprovals.SERVER;
import static dev.garrison.server.reading.MadeApprovals.UPDATE;
import static dev.garrison.server.reading.MadeApprovals.VERSION;
import static dev.garrison.server.reading.MadeApprovals.group;
import static dev.garrison.server.reading.MadeApprovals.plan;
import static dev.garrison.server.reading.MadeApprovals.ring;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.job.JobRun;
import dev.garrison.language.Language;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.reading.MadeApprovals;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A waiting plan of sensor updates is listed with its ring, its version, and its computers. */
final class PlanExtentTest extends PageTrial {
  private String words(PlannedChange... changes) {
    return PlanExtent.of(plan(changes), MadeApprovals.MANIFEST).words(history.updates());
  }

  private void count(int needed) {
    long run = begin(JobKind.STATUS, JobRun.Reason.SCHEDULE, "x", NOW);
    history.updates().keep(run, Optional.of(MadeApprovals.seen(VERSION, needed, group(0))));
  }

  @Test
  void anApprovalHasItsRingItsVersionAndItsComputers() {
    count(7);
    assertThat(words(MadeApprovals.approval(Action.CREATE, group(0))))
        .isEqualTo("ring %s, %s, needed by 7 computers".formatted(ring(0), UPDATE));
    assertThat(
            Language.JAPANESE.during(() -> words(MadeApprovals.approval(Action.CREATE, group(0)))))
        .isEqualTo("リング %s、%s、必要なコンピューター 7 台".formatted(ring(0), UPDATE));
  }

  @Test
  void aGroupThatIsNotCountedIsNotZero() {
    count(7);
    assertThat(words(MadeApprovals.approval(Action.CREATE, "Lab")))
        .isEqualTo(UPDATE + ", number of computers unknown");
  }

  @Test
  void aPlanThatApprovesNothingHasItsChanges() {
    assertThat(words(MadeApprovals.change(Action.CREATE, "decline", SERVER + "/" + UPDATE)))
        .isEqualTo("1 change");
  }
}
