package dev.garrison.server.page.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.fleet.ServerState;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.JobRun;
import dev.garrison.job.JobRun.Reason;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.page.fleet.AttentionList.Need;
import dev.garrison.server.page.fleet.AttentionList.Recorded;
import dev.garrison.server.page.fleet.AttentionList.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The items that need attention. */
final class AttentionListTest extends PageTrial {
  private static final String FAILED = "deployment failed, 1603";

  private List<Need> needs() {
    return new AttentionList(manifest, history).at(NOW);
  }

  /** A completed run of each check but that of the servers. */
  private void checkTheRest() {
    for (JobKind job : List.of(JobKind.DRIFT, JobKind.EXPIRY)) {
      end(begin(job, Reason.SCHEDULE, "x", NOW), job, NOW, List.of());
    }
  }

  private void drift(Sighting... objects) {
    long run = begin(JobKind.DRIFT, Reason.SCHEDULE, "x", NOW);
    end(run, JobKind.DRIFT, NOW, List.of(objects));
    tell(run);
  }

  private void tell(long run) {
    JobRun ended = history.runs().get(run);
    history.facts().takeIn(ended, Set.of(), _ -> List.of(), NOW);
  }

  private static Sighting changed(String name) {
    return new Sighting("deployment", name, "update", "");
  }

  @Test
  void withoutAnyRunEveryCheckIsNotCheckedYet() {
    assertThat(needs())
        .extracting(Need::severity, Need::problem, Need::remedy, Need::link)
        .containsExactly(
            tuple(
                Severity.UNCHECKED,
                "Servers, rings, and sensor updates are not checked yet.",
                "The job \"status\" has no completed run.",
                "/jobs"),
            tuple(
                Severity.UNCHECKED,
                "Drift is not checked yet.",
                "The job \"drift\" has no completed run.",
                "/jobs"),
            tuple(
                Severity.UNCHECKED,
                "Expiry dates are not checked yet.",
                "The job \"expiry\" has no completed run.",
                "/jobs"));
  }

  @Test
  void aFailedRunChecksNothing() {
    checkTheRest();
    long run = begin(JobKind.STATUS, Reason.SCHEDULE, "x", NOW);
    history.runs().end(run, JobKind.STATUS, JobReport.of(JobOutcome.FAILED, "no answer"), NOW);

    assertThat(needs())
        .extracting(Need::problem)
        .containsExactly("Servers, rings, and sensor updates are not checked yet.");
  }

  @Test
  void afterChecksWithoutProblemsThereIsNoItem() {
    checkTheRest();
    check(NOW, seen("pilot", 1, "SQL01", ServerState.ONBOARDED, "onboarded"));

    assertThat(needs()).isEmpty();
  }

  @Test
  void serversWithOneCauseAreOneItemWithTheFirstNames() {
    checkTheRest();
    check(
        NOW,
        IntStream.rangeClosed(1, 7)
            .mapToObj(n -> seen("pilot", n, "SQL0" + n, ServerState.FAILED, FAILED))
            .toArray(Seen[]::new));

    assertThat(needs())
        .containsExactly(
            new Need(
                Severity.ERROR,
                Recorded.REMEDY,
                "",
                "7 servers have the status \"Failed\".",
                FAILED,
                "SQL01, SQL02, SQL03, SQL04, SQL05 + 2 more",
                List.of(),
                Optional.of(NOW),
                Optional.empty(),
                "/servers?state=failed&cause=deployment+failed%2C+1603"));
  }

  @Test
  void causesBeyondTheTwelfthAreSaidToBeThereAndTheRarestSevereOneIsNamed() {
    checkTheRest();
    check(
        NOW,
        IntStream.rangeClosed(1, 40)
            .mapToObj(n ->
                n == 40
                    ? seen("pilot", n, "ODD01", ServerState.OTHER_TENANT, "another tenant")
                    : seen("pilot", n, "S" + n, ServerState.NOT_READY, "reason " + n % 13))
            .toArray(Seen[]::new));

    assertThat(needs()).hasSize(14);
    assertThat(needs().getFirst().affected()).isEqualTo("ODD01");
    assertThat(needs().getLast())
        .extracting(Need::severity, Need::problem, Need::link)
        .containsExactly(
            Severity.WARNING, "Servers have further causes.", "/servers?group=not-ready");
  }

  @Test
  void oneServerIsLinkedItself() {
    checkTheRest();
    check(
        NOW,
        seen("pilot", 1, "SQL01", ServerState.FAILED, FAILED),
        seen("pilot", 2, "SQL02", ServerState.NOT_READY, "requirements not met"));

    assertThat(needs())
        .extracting(Need::severity, Need::problem, Need::remedy, Need::link)
        .containsExactly(
            tuple(Severity.ERROR, "1 server has the status \"Failed\".", FAILED, "/servers/SQL01"),
            tuple(
                Severity.WARNING,
                "1 server has the status \"Not ready\".",
                "requirements not met",
                "/servers/SQL02"));
  }

  @Test
  void objectsThatDriftedAreOneItem() {
    check(NOW);
    checkTheRest();
    drift(changed("MDE pilot - 2022"), changed("MDE pilot - 2019"));

    assertThat(needs())
        .extracting(Need::code, Need::problem, Need::affected, Need::link)
        .containsExactly(
            tuple(
                "GAR-1110",
                "2 objects no longer match the manifest.",
                "MDE pilot - 2022, MDE pilot - 2019",
                "/runs/4"));
  }

  @Test
  void aHaltedRingComesFirst() {
    check(NOW, seen("pilot", 1, "SQL01", ServerState.FAILED, FAILED));
    checkTheRest();
    drift(changed("MDE pilot - 2022"));
    long run = begin(JobKind.ROLLOUT, Reason.SCHEDULE, "x", NOW);
    end(
        run,
        JobKind.ROLLOUT,
        NOW,
        List.of(new Sighting(Sighting.RING, "pilot", "halted", "2 of 9 servers failed")));
    tell(run);

    assertThat(needs())
        .extracting(Need::severity, Need::problem)
        .containsExactly(
            tuple(Severity.HALTED, "Ring \"pilot\" is halted: 2 of 9 servers failed."),
            tuple(Severity.ERROR, "1 server has the status \"Failed\"."),
            tuple(
                Severity.WARNING,
                "deployment \"MDE pilot - 2022\" no longer matches the manifest: update."));
  }
}
