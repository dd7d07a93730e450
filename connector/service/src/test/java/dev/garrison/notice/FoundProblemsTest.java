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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** About what a run decides, and in which words. */
final class FoundProblemsTest {
  private static final Finding ONE = new Finding("GAR-0501", "error", "One.", "Look.");
  private static final Finding TWO = new Finding("GAR-0501", "error", "Two.", "Look.");

  private JobRun.Reason reason = JobRun.Reason.SCHEDULE;
  private String summary = "as it is.";
  private boolean soon;
  private List<Finding> findings = List.of();
  private List<Sighting> sightings = List.of();

  private FoundProblems look(JobKind job, JobOutcome outcome) {
    return FoundProblems.of(
        new JobRun(
            12,
            job,
            reason,
            "t",
            JobMode.ENABLED,
            Instant.EPOCH,
            Optional.of(Instant.EPOCH),
            Optional.of(outcome),
            summary,
            findings,
            List.of(),
            false,
            soon,
            sightings,
            RunOrigin.NONE));
  }

  private FoundProblem only(JobKind job, JobOutcome outcome) {
    List<FoundProblem> facts = look(job, outcome).facts();
    assertThat(facts).hasSize(1);
    return facts.getFirst();
  }

  private static Set<String> words(String list) {
    return list == null ? Set.of() : Set.copyOf(Arrays.asList(list.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "ROLLOUT, DONE, failure/rollout busy/rollout under-way/rollout",
    "ROLLOUT, PENDING, failure/rollout busy/rollout under-way/rollout",
    "ROLLOUT, WAITING, failure/rollout busy/rollout under-way/rollout",
    "ROLLOUT, FINDINGS, failure/rollout busy/rollout under-way/rollout",
    "ROLLOUT, FAILED, failure/rollout busy/rollout",
    "ROLLOUT, INTERRUPTED, failure/rollout",
    "ROLLOUT, BUSY, busy/rollout",
    "ROLLOUT, STOPPED,",
    "DRIFT, DONE, failure/drift busy/drift under-way/drift drift",
    "DRIFT, FAILED, failure/drift busy/drift",
    "EXPIRY, FINDINGS, failure/expiry busy/expiry under-way/expiry expiry",
    "EXPIRY, STOPPED,",
    "STATUS, DONE, failure/status busy/status under-way/status update-servers",
    "STATUS, FAILED, failure/status busy/status"
  })
  void aRunDecidesAboutWhatItCouldSee(JobKind job, JobOutcome outcome, String families) {
    assertThat(look(job, outcome).families()).isEqualTo(words(families));
  }

  @ParameterizedTest
  @CsvSource({
    "DONE, requested/rollout, 0",
    "PENDING, requested/rollout, 0",
    "FAILED, requested/rollout, 1",
    "INTERRUPTED, requested/rollout, 1",
    "BUSY,, 0",
    "STOPPED,, 0"
  })
  void whatAPersonAskedForIsApart(JobOutcome outcome, String families, int facts) {
    for (JobRun.Reason each : List.of(JobRun.Reason.ORDER, JobRun.Reason.APPROVAL)) {
      reason = each;
      FoundProblems look = look(JobKind.ROLLOUT, outcome);
      assertThat(look.families()).isEqualTo(words(families));
      assertThat(look.facts()).hasSize(facts);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "INTERRUPTED"})
  void aFailureWithoutAFindingIsToldByItsSummary(JobOutcome outcome) {
    summary = "it broke";
    FoundProblem fact = only(JobKind.ROLLOUT, outcome);
    assertThat(fact.key()).isEqualTo("failure/rollout/GAR-1106");
    assertThat(fact.kind()).isEqualTo(NoticeKind.FAILURE);
    assertThat(fact.patience()).isZero();
    assertThat(fact.finding())
        .isEqualTo(
            new Finding(
                "GAR-1106",
                "error",
                "The job \"rollout\" ended as %s: it broke.".formatted(outcome.word()),
                "Run \"garrison job show 12\" for details."));
  }

  @Test
  void findingsOfOneCodeAreOneFailure() {
    findings = List.of(ONE, TWO);
    assertThat(only(JobKind.ROLLOUT, JobOutcome.FAILED).finding()).isEqualTo(ONE);
  }

  @Test
  void findingsOfALookAreToldOneByOne() {
    findings = List.of(ONE, TWO, ONE);
    assertThat(look(JobKind.DRIFT, JobOutcome.FINDINGS).facts())
        .extracting(FoundProblem::finding)
        .containsExactly(ONE, TWO);
  }

  @ParameterizedTest
  @CsvSource({
    "DRIFT, drift, DRIFT",
    "EXPIRY, expiry, EXPIRY",
    "STATUS, update-servers, FAILURE",
    "SENSOR_UPDATE, failure/sensor-update, FAILURE"
  })
  void aFindingIsOfTheKindOfItsJob(JobKind job, String family, NoticeKind kind) {
    findings = List.of(ONE);
    FoundProblem fact = only(job, JobOutcome.FINDINGS);
    assertThat(fact.family()).isEqualTo(family);
    assertThat(fact.kind()).isEqualTo(kind);
    assertThat(fact.key()).startsWith(family + "/GAR-0501");
  }

  @ParameterizedTest
  @EnumSource(names = {"ROLLOUT", "PACKAGE_REFRESH", "HOUSEKEEPING"})
  void aFindingOfAnotherJobIsNoFailure(JobKind job) {
    findings = List.of(ONE);
    assertThat(look(job, JobOutcome.FINDINGS).facts()).isEmpty();
  }

  @Test
  void aBusySiteIsToldWhenItLastsSixHours() {
    summary = "Held by anna.";
    FoundProblem fact = only(JobKind.ROLLOUT, JobOutcome.BUSY);
    assertThat(fact.kind()).isEqualTo(NoticeKind.STALL);
    assertThat(fact.patience()).isEqualTo(Duration.ofHours(6));
    assertThat(fact.finding())
        .isEqualTo(
            new Finding(
                "GAR-1107",
                "error",
                "The job \"rollout\" couldn't start its work for 6 hours: Held by anna.",
                "Run \"garrison job show 12\" to see which process writes to the site."));
  }

  @Test
  void whatIsUnderWayIsToldWhenItLastsADay() {
    soon = true;
    summary = "2 wait";
    FoundProblem fact = only(JobKind.ROLLOUT, JobOutcome.WAITING);
    assertThat(fact.kind()).isEqualTo(NoticeKind.STALL);
    assertThat(fact.patience()).isEqualTo(Duration.ofHours(24));
    assertThat(fact.finding())
        .isEqualTo(
            new Finding(
                "GAR-1107",
                "error",
                "The job \"rollout\" has been waiting for 24 hours: 2 wait.",
                "Run \"garrison plan\" to see what the job waits for, for example content distribution."));
    assertThat(look(JobKind.ROLLOUT, JobOutcome.PENDING).facts()).isEmpty();
    soon = false;
    assertThat(look(JobKind.ROLLOUT, JobOutcome.WAITING).facts()).isEmpty();
  }

  @Test
  void anObjectThatDiffersIsNamed() {
    sightings = List.of(new Sighting("collection", "MDE pilot - all", "update", ""));
    FoundProblem fact = only(JobKind.DRIFT, JobOutcome.FINDINGS);
    assertThat(fact.kind()).isEqualTo(NoticeKind.DRIFT);
    assertThat(fact.finding())
        .isEqualTo(
            new Finding(
                "GAR-1110",
                "warning",
                "collection \"MDE pilot - all\" no longer matches the manifest: update.",
                "Run \"garrison plan\" to see the differences, and \"garrison apply\" to restore the object."));
  }

  @Test
  void aRunSolvesTheDriftOfWhatItPutInPlace() {
    sightings = List.of(new Sighting("collection", "MDE pilot - all", "update", ""));
    String drift = only(JobKind.DRIFT, JobOutcome.FINDINGS).key();
    sightings = List.of(new Sighting("collection", "MDE pilot - all", Sighting.PLACED, ""));

    assertThat(look(JobKind.ROLLOUT, JobOutcome.DONE).solved()).contains(drift);
    reason = JobRun.Reason.APPROVAL;
    assertThat(look(JobKind.ROLLOUT, JobOutcome.FAILED).solved()).contains(drift);
  }

  @Test
  void aRunThatWroteNothingSolvesNothing() {
    sightings = List.of(new Sighting("collection", "MDE pilot - all", "update", ""));
    assertThat(look(JobKind.DRIFT, JobOutcome.FINDINGS).solved()).isEmpty();
  }

  @Test
  void aRingThatIsHaltedIsNamed() {
    sightings = List.of(new Sighting(Sighting.RING, "pilot", "halted", "31 % failed"));
    FoundProblems look = look(JobKind.ROLLOUT, JobOutcome.STOPPED);
    assertThat(look.families()).containsExactly("rings");
    assertThat(look.facts().getFirst().kind()).isEqualTo(NoticeKind.HALT);
    assertThat(look.facts().getFirst().finding())
        .isEqualTo(
            new Finding(
                "GAR-1108",
                "error",
                "Ring \"pilot\" is halted: 31 % failed.",
                "Check the servers with garrison status --ring \"pilot\", and then resume the ring with garrison rollout resume \"pilot\"."));
  }

  @Test
  void aRingThatDoesNotGetOnIsNamed() {
    sightings = List.of(new Sighting(Sighting.RING, "pilot", "stalled", "80 % after 14 days"));
    FoundProblem fact = only(JobKind.STATUS, JobOutcome.DONE);
    assertThat(fact.kind()).isEqualTo(NoticeKind.STALL);
    assertThat(fact.finding())
        .isEqualTo(
            new Finding(
                "GAR-1109",
                "error",
                "Ring \"pilot\" is stalled: 80 % after 14 days.",
                "Run garrison status --ring \"pilot\" to see the cause for each server."));
  }

  @Test
  void aRingThatIsBlockedIsNamedAtOnce() {
    sightings = List.of(new Sighting(Sighting.RING, "pilot", "blocked", "dp1 failed; repair it"));
    FoundProblem fact = only(JobKind.STATUS, JobOutcome.DONE);
    assertThat(fact.kind()).isEqualTo(NoticeKind.STALL);
    assertThat(fact.patience()).isZero();
    assertThat(fact.finding())
        .isEqualTo(
            new Finding(
                "GAR-1115",
                "error",
                "Ring \"pilot\" is blocked: dp1 failed; repair it.",
                "Fix the cause, or the ring doesn't continue. \"garrison plan\" shows the blocked changes."));
  }

  @ParameterizedTest
  @CsvSource({"waiting", "open", "soaking", "passed"})
  void aRingThatIsWellIsDecidedAndNotTold(String state) {
    sightings = List.of(new Sighting(Sighting.RING, "pilot", state, ""));
    FoundProblems look = look(JobKind.ROLLOUT, JobOutcome.DONE);
    assertThat(look.families()).contains("rings");
    assertThat(look.facts()).isEmpty();
  }
}
