package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.job.JobMode;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class JobTaskTest extends WorkTrial {
  private static final Manifest AT_NIGHT =
      letting(JobKind.ROLLOUT, "[prepare, deploy]", ", window: \"22:00-05:00\"");
  private static final Manifest AT_CHRISTMAS = manifest("blackout: [\"2026-11-24..2026-11-25\"]");

  @Test
  void anEnabledJobMayMakeWhatItsScheduleNames() {
    JobTask task = task(JobKind.ROLLOUT, JobMode.ENABLED, AT_NIGHT);
    assertThat(task.allowed()).containsExactlyInAnyOrder(ChangeKind.PREPARE, ChangeKind.DEPLOY);
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAN_ONLY", "PAUSED"})
  void aJobThatDidNotBeginEnabledMayMakeNothing(JobMode begun) {
    assertThat(task(JobKind.ROLLOUT, begun, AT_NIGHT).allowed()).isEmpty();
  }

  @Test
  void aJobOfWhichTheManifestSaysNothingMayMakeNothing() {
    assertThat(task(JobKind.PACKAGE_REFRESH, JobMode.ENABLED, AT_NIGHT).allowed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PLAN_ONLY, the job was set to plan-only", "PAUSED, the job was paused"})
  void aJobThatSomebodyHeldBackMeanwhileWritesNothing(JobMode mode, String why) {
    meanwhile = mode;
    assertThat(rollout().closed().map(Text::toString)).contains(why);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T20:59:59Z, the job may write only from 22:00 to 05:00",
    "2026-11-24T21:00:00Z,",
    "2026-11-25T03:59:59Z,",
    "2026-11-25T04:00:00Z, the job may write only from 22:00 to 05:00"
  })
  void aWindowIsMeantInTheManifestsZone(Instant at, String why) {
    now = at;
    assertThat(
            task(JobKind.ROLLOUT, JobMode.ENABLED, AT_NIGHT)
                .closed()
                .map(Text::toString)
                .orElse(null))
        .isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T22:59:59Z,",
    "2026-11-23T23:00:00Z, today is a blackout day (2026-11-24)",
    "2026-11-25T22:59:59Z, today is a blackout day (2026-11-25)",
    "2026-11-25T23:00:00Z,"
  })
  void aBlackoutDayIsMeantInTheManifestsZone(Instant at, String why) {
    now = at;
    assertThat(
            task(JobKind.ROLLOUT, JobMode.ENABLED, AT_CHRISTMAS)
                .closed()
                .map(Text::toString)
                .orElse(null))
        .isEqualTo(why);
  }

  @Test
  void aWriteThatMayNotBeIsHeldBack() {
    now = Instant.parse("2026-11-24T12:00:00Z");
    JobTask task = task(JobKind.ROLLOUT, JobMode.ENABLED, AT_NIGHT);
    assertThatThrownBy(task::requireOpen)
        .hasMessage(
            "The job stopped writing: the job may write only from 22:00 to 05:00. No action is needed. The next run that may write continues. [JOB_HELD GAR-1080]");
  }

  @Test
  void theEndOfTheServiceComesBeforeTheWindow() {
    now = Instant.parse("2026-11-24T12:00:00Z");
    stopping = true;
    assertThatThrownBy(task(JobKind.ROLLOUT, JobMode.ENABLED, AT_NIGHT)::requireOpen)
        .hasMessage("The service was stopped. Nothing. [JOB_STOPPED GAR-1077]");
  }

  @Test
  void aWriteThatMayBeIsNotHeldBack() {
    task(JobKind.ROLLOUT, JobMode.ENABLED, AT_NIGHT).requireOpen();
    assertThat(site.writes()).isEmpty();
  }
}
