package dev.garrison.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.ExitCode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.EngineCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scripts decide by these numbers whether they are done. */
final class PlanExitTest {
  private static int exit(StepResult... results) {
    Map<Address, StepResult> all = new LinkedHashMap<>();
    for (StepResult result : results) {
      all.put(ThingServer.address("t" + all.size()), result);
    }
    return PlanExit.of(new ApplyReport(all, "head"));
  }

  @Test
  void everythingInPlaceIsDone() {
    assertThat(exit(new StepResult.Done(), new StepResult.Unchanged())).isEqualTo(ExitCode.OK);
  }

  @Test
  void oneThatWaitsIsNotDone() {
    assertThat(exit(new StepResult.Done(), new StepResult.Waiting("for content")))
        .isEqualTo(ExitCode.WAITING);
  }

  @Test
  void oneThatFailedIsAnErrorWhateverElseWaits() {
    StepResult failed =
        new StepResult.Failed(Diagnostic.error(EngineCode.PLAN_STALE, "It failed.", "Again."));
    assertThat(exit(new StepResult.Waiting("for content"), failed)).isEqualTo(ExitCode.ERROR);
  }

  @Test
  void oneThatIsBlockedNeedsAPersonWhateverElseWaits() {
    StepResult blocked = new StepResult.Blocked("for content", ThingServer.STUCK);
    assertThat(exit(blocked, new StepResult.Waiting("for content"))).isEqualTo(ExitCode.BLOCKED);
  }
}
