package dev.garrison.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.JobRun;
import dev.garrison.job.RunOrigin;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.notification.NoticeKind;
import dev.garrison.notice.ProblemUpdate.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A story of runs, and what of each is told. */
final class ProblemUpdateTest {
  private static final Finding PIN =
      new Finding("GAR-0501", "error", "The folder 'x' has another digest.", "Look at it.");

  private final List<Known> known = new ArrayList<>();
  private Set<NoticeKind> heard = EnumSet.allOf(NoticeKind.class);
  private Instant now = Instant.parse("2026-11-24T21:00:00Z");
  private long number;

  private JobRun.Reason reason = JobRun.Reason.SCHEDULE;

  private List<String> after(
      Duration pause,
      JobKind job,
      JobOutcome outcome,
      boolean soon,
      List<Finding> findings,
      Sighting... sightings) {
    now = now.plus(pause);
    JobRun run =
        new JobRun(
            ++number,
            job,
            reason,
            "tester",
            JobMode.ENABLED,
            now,
            Optional.of(now),
            Optional.of(outcome),
            "as it is",
            findings,
            List.of(),
            false,
            soon,
            List.of(sightings),
            RunOrigin.NONE);
    FoundProblems look = FoundProblems.of(run);
    List<Known> before =
        known.stream().filter(each -> look.families().contains(each.fact().family())).toList();
    ProblemUpdate noting = ProblemUpdate.of(before, look, now, heard);
    known.removeAll(before);
    known.addAll(noting.known());
    return noting.told().stream()
        .map(noted ->
            "%s %s %s"
                .formatted(
                    noted.state().word(),
                    noted.fact().kind().word(),
                    noted.fact().finding().code()))
        .toList();
  }

  private List<String> after(Duration pause, JobKind job, JobOutcome outcome) {
    return after(pause, job, outcome, false, List.of());
  }

  private static Duration hours(int count) {
    return Duration.ofHours(count);
  }

  @Test
  void driftIsToldOnceAndAgainAfterADay() {
    List<Finding> drift = List.of(PIN);
    assertThat(after(hours(0), JobKind.DRIFT, JobOutcome.FINDINGS, false, drift))
        .containsExactly("new drift GAR-0501");
    assertThat(after(hours(6), JobKind.DRIFT, JobOutcome.FINDINGS, false, drift)).isEmpty();
    assertThat(after(hours(17), JobKind.DRIFT, JobOutcome.FINDINGS, false, drift)).isEmpty();
    assertThat(after(hours(1), JobKind.DRIFT, JobOutcome.FINDINGS, false, drift))
        .containsExactly("still drift GAR-0501");
  }

  @Test
  void whatIsNewIsToldBesideWhatStays() {
    Sighting object = new Sighting("collection", "MDE pilot - 2019", "update", "");
    after(hours(0), JobKind.DRIFT, JobOutcome.FINDINGS, false, List.of(PIN));
    assertThat(after(hours(1), JobKind.DRIFT, JobOutcome.FINDINGS, false, List.of(PIN), object))
        .containsExactly("new drift GAR-1110");
    assertThat(after(hours(1), JobKind.DRIFT, JobOutcome.FINDINGS, false, List.of(), object))
        .containsExactly("over drift GAR-0501");
  }

  @Test
  void whatAPersonAskedForSaysNothingOfTheJob() {
    assertThat(after(hours(0), JobKind.ROLLOUT, JobOutcome.FAILED, false, List.of(PIN)))
        .containsExactly("new failure GAR-0501");
    reason = JobRun.Reason.ORDER;
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.DONE)).isEmpty();
    reason = JobRun.Reason.APPROVAL;
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.FAILED, false, List.of(PIN)))
        .containsExactly("new failure GAR-0501");
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.DONE))
        .containsExactly("over failure GAR-0501");
    reason = JobRun.Reason.SCHEDULE;
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.DONE))
        .containsExactly("over failure GAR-0501");
  }

  @Test
  void aLookThatCouldNotLookEndsNothing() {
    after(hours(0), JobKind.DRIFT, JobOutcome.FINDINGS, false, List.of(PIN));
    assertThat(after(hours(1), JobKind.DRIFT, JobOutcome.BUSY)).isEmpty();
    assertThat(after(hours(1), JobKind.DRIFT, JobOutcome.STOPPED)).isEmpty();
    assertThat(after(hours(1), JobKind.DRIFT, JobOutcome.DONE))
        .containsExactly("over drift GAR-0501");
    assertThat(after(hours(1), JobKind.DRIFT, JobOutcome.DONE)).isEmpty();
  }

  @Test
  void aFailureIsOverWithTheFirstRunThatIsWell() {
    assertThat(after(hours(0), JobKind.ROLLOUT, JobOutcome.FAILED))
        .containsExactly("new failure GAR-1106");
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.FAILED)).isEmpty();
    assertThat(after(hours(1), JobKind.STATUS, JobOutcome.DONE)).isEmpty();
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.PENDING))
        .containsExactly("over failure GAR-1106");
  }

  @Test
  void anotherCauseOfFailureIsNews() {
    Finding other = new Finding("GAR-0201", "error", "No answer within 120 s.", "Look.");
    after(hours(0), JobKind.ROLLOUT, JobOutcome.FAILED);
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.FAILED, false, List.of(other)))
        .containsExactly("new failure GAR-0201", "over failure GAR-1106");
  }

  @Test
  void aUpdateServerThatCouldNotSynchroniseIsAFailure() {
    assertThat(after(hours(0), JobKind.SENSOR_UPDATE, JobOutcome.FINDINGS, false, List.of(PIN)))
        .containsExactly("new failure GAR-0501");
    assertThat(after(hours(1), JobKind.STATUS, JobOutcome.FINDINGS)).isEmpty();
  }

  @Test
  void aRingIsToldWhenItHaltsAndWhenItGoesOn() {
    Sighting open = new Sighting(Sighting.RING, "pilot", "open", "");
    Sighting halted = new Sighting(Sighting.RING, "pilot", "halted", "31 % failed");
    Sighting stalled = new Sighting(Sighting.RING, "broad", "stalled", "80 % after 14 days");
    assertThat(after(hours(0), JobKind.ROLLOUT, JobOutcome.DONE, false, List.of(), open)).isEmpty();
    assertThat(after(hours(1), JobKind.STATUS, JobOutcome.DONE, false, List.of(), halted, stalled))
        .containsExactly("new halt GAR-1108", "new stall GAR-1109");
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.DONE, false, List.of(), halted, stalled))
        .isEmpty();
    assertThat(after(hours(1), JobKind.DRIFT, JobOutcome.DONE)).isEmpty();
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.DONE, false, List.of(), open))
        .containsExactly("over halt GAR-1108", "over stall GAR-1109");
  }

  @Test
  void aBusySiteIsToldAfterSixHoursAlone() {
    assertThat(after(hours(0), JobKind.ROLLOUT, JobOutcome.BUSY)).isEmpty();
    assertThat(after(hours(5), JobKind.ROLLOUT, JobOutcome.BUSY)).isEmpty();
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.BUSY))
        .containsExactly("new stall GAR-1107");
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.DONE))
        .containsExactly("over stall GAR-1107");
  }

  @Test
  void aSiteThatWasBusyForAWhileIsNotTold() {
    after(hours(0), JobKind.ROLLOUT, JobOutcome.BUSY);
    assertThat(after(hours(3), JobKind.ROLLOUT, JobOutcome.DONE)).isEmpty();
    assertThat(after(hours(4), JobKind.ROLLOUT, JobOutcome.BUSY)).isEmpty();
  }

  @Test
  void whatIsUnderWayForADayIsToldAndAGateThatIsClosedIsNot() {
    assertThat(after(hours(0), JobKind.ROLLOUT, JobOutcome.WAITING, true, List.of())).isEmpty();
    assertThat(after(hours(24), JobKind.ROLLOUT, JobOutcome.WAITING, true, List.of()))
        .containsExactly("new stall GAR-1107");
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.WAITING, false, List.of()))
        .containsExactly("over stall GAR-1107");
    assertThat(after(hours(200), JobKind.ROLLOUT, JobOutcome.WAITING, false, List.of())).isEmpty();
  }

  @Test
  void whatNobodyHeardIsNewsToWhoListensLater() {
    heard = EnumSet.of(NoticeKind.HALT);
    assertThat(after(hours(0), JobKind.ROLLOUT, JobOutcome.FAILED)).isEmpty();
    heard = EnumSet.allOf(NoticeKind.class);
    assertThat(after(hours(1), JobKind.ROLLOUT, JobOutcome.FAILED))
        .containsExactly("new failure GAR-1106");
  }
}
