package dev.garrison.mecm.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Observation;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LateMakingTest {
  private static final String LATE = "2026-11-30T22:00:01Z";

  private final Deployed there = new Deployed();

  private Optional<Diagnostic> examined() {
    return there.resource().examine(Deployed.wanted(Deployed.state()), there.seen());
  }

  @Test
  void oneThatWasMadeAfterItsDeadlineIsTold() {
    there.deployment().put("CreationTime", LATE);
    assertThat(examined().orElseThrow())
        .hasToString(
            "The deployment \"MDE pilot\" was created at 2026-11-30T22:00:01Z, after its deadline of 2026-11-30T22:00:00Z. Servers install in their next maintenance window, or immediately if they have none. Run \"garrison status\" to see which servers installed, and compare the clocks of the computers that run Garrison with the site's clock. For a new"
                + " deadline, delete the deployment in the console and apply again."
                + " [DEADLINE_PAST_WHEN_MADE GAR-0273]");
  }

  @ParameterizedTest
  @CsvSource({
    "true, 2026-11-30T22:00:00Z, false",
    "true, 2026-11-30T22:00:01Z, true",
    "false, 2026-11-30T08:00:00Z, false",
    "false, 2026-11-30T08:00:01Z, true"
  })
  void theFirstClientThatIsDueCounts(boolean utc, String made, boolean late) {
    there.deployment().put("UseGMTTimes", utc).put("CreationTime", made);
    assertThat(examined().isPresent()).isEqualTo(late);
  }

  @Test
  void aDeploymentOfWhichTheSiteDoesNotTellTheClockMayBeByTheClients() {
    there.deployment().put("CreationTime", "2026-11-30T08:00:01Z").remove("UseGMTTimes");
    assertThat(examined()).isPresent();
  }

  @Test
  void aScheduleIsDueWhereTheDayBeginsFirst() {
    assertThat(new Schedule(Deployed.MONDAY, Deployed.MONDAY, true).earliestDue())
        .isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));
    assertThat(new Schedule(Deployed.MONDAY, Deployed.MONDAY, false).earliestDue())
        .isEqualTo(Instant.parse("2026-11-30T22:00:00Z"));
  }

  @Test
  void oneThatWasMadeAgainOnPurposeIsNotTold() {
    there.deployment().put("CreationTime", LATE);
    there.remade.add(Deployed.ADDRESS);
    assertThat(examined()).isEmpty();
  }

  @Test
  void oneWithoutADeadlineIsNeverLateAndNotEvenRead() {
    there.deployment().put("CreationTime", LATE).remove("EnforcementDeadline");
    assertThat(examined()).isEmpty();
    assertThat(there.site.calls()).noneMatch(call -> call.verb().equals("get"));
  }

  @Test
  void oneOfWhichNobodyTellsWhenItWasMadeIsNotTold() {
    there.deployment().remove("CreationTime");
    assertThat(examined()).isEmpty();
  }

  @Test
  void oneThatIsNotOursIsNotTold() {
    there.deployment().put("CreationTime", LATE).put("AssignmentDescription", "Theirs.");
    assertThat(examined()).isEmpty();
  }

  @Test
  void oneThatIsNotThereIsNotTold() {
    assertThat(
            there
                .resource()
                .examine(Deployed.wanted(Deployed.state()), new Observation.Missing<>()))
        .isEmpty();
  }
}
