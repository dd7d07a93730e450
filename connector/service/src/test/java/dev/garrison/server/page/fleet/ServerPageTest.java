package dev.garrison.server.page.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.fleet.ServerState;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.JobRun.Reason;
import dev.garrison.job.ServerReport;
import dev.garrison.server.page.fleet.ServerPage.Model;
import dev.garrison.server.page.fleet.ServerPage.Now;
import dev.garrison.server.page.fleet.ServerTimeline.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page of one server. */
final class ServerPageTest extends PageTrial {
  private static final String HALTING =
      "15 of 70 failed; the next \"garrison apply\" disables its deployments";
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
  private static final Instant BEFORE = NOW.minus(Duration.ofDays(2));
  private static final String OBJECT = "MDE pilot - 2022";

  private Model show(String name) {
    return (Model) model(new ServerPage(manifest, history).page(), Map.of("name", name), Map.of());
  }

  private static Sighting placed(String name) {
    return new Sighting("deployment", name, Sighting.PLACED, "");
  }

  private static ServerReport report(String why, String remedy) {
    return new ServerReport(
        why, remedy, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  @Test
  void theStatusHasItsCauseNextStepAndLog() {
    check(NOW, seen("pilot", 1, "SQL01", ServerState.FAILED, "failed, 1603"));
    history
        .reports()
        .keep(taker -> taker.take("pilot", 1, report("failed, 1603", "See DISM.log on it.")));

    Now now = show("sql01").now().getFirst();

    assertThat(now.state()).isEqualTo("Failed");
    assertThat(now.cause()).contains("failed, 1603");
    assertThat(now.nextStep()).contains("See DISM.log on it.");
    assertThat(now.log()).contains("DISM.log");
  }

  @Test
  void aCauseThatIsNotRecordedIsSaidToBeSo() {
    check(NOW, seen("pilot", 1, "SQL01", ServerState.FAILED, ""));

    Now now = show("SQL01").now().getFirst();

    assertThat(now.cause()).contains("- (not recorded yet)");
    assertThat(now.nextStep()).contains("Check AppEnforce.log on the server.");
    assertThat(now.sources())
        .extracting(ServerSource::title, ServerSource::answer, ServerSource::missing)
        .containsExactly(
            tuple("Deployment", Optional.empty(), NOT_RECORDED),
            tuple("Sensor", Optional.empty(), NOT_RECORDED),
            tuple("Antivirus", Optional.empty(), NOT_RECORDED),
            tuple("Client", Optional.empty(), NOT_RECORDED));
  }

  private static final String NOT_RECORDED =
      "Not recorded yet. The next run of the job \"status\" records it.";

  @Test
  void anOnboardedServerNeedsNoCauseAndNoStep() {
    check(NOW, seen("pilot", 1, "SQL01", ServerState.ONBOARDED, "onboarded"));
    history.reports().keep(taker -> taker.take("pilot", 1, report("onboarded", "Nothing.")));

    Now now = show("SQL01").now().getFirst();

    assertThat(now.cause()).isEmpty();
    assertThat(now.nextStep()).isEmpty();
    assertThat(now.log()).isEmpty();
  }

  @Test
  void aLogIsNamedOnlyWhereTheNextStepNamesOne() {
    assertThat(ServerPage.log("Restart the server.")).isEmpty();
    assertThat(ServerPage.log("See Remove-DefenderForEndpoint.msi.log on it."))
        .contains("Remove-DefenderForEndpoint.msi.log");
    assertThat(ServerPage.log(ServerState.SENSOR_STOPPED.remedy()))
        .contains("Microsoft-Windows-SENSE/Operational");
  }

  @Test
  void aServerWithTheSameLettersInItsNameIsAnother() {
    check(
        NOW,
        seen("pilot", 1, "SQL_1", ServerState.FAILED, ""),
        seen("pilot", 2, "SQLX1", ServerState.ONBOARDED, ""));

    assertThat(show("SQL_1").now()).extracting(Now::state).containsExactly("Failed");
  }

  @Test
  void aServerInNoRingHasOnlyItsTimeline() {
    check(YESTERDAY, seen("pilot", 1, "SQL01", ServerState.ONBOARDED, ""));
    check(NOW);

    Model page = show("SQL01");

    assertThat(page.now()).isEmpty();
    assertThat(page.timeline())
        .extracting(Event::at, Event::title)
        .containsExactly(
            tuple(NOW, "No longer in ring pilot"), tuple(YESTERDAY, "Onboarded in ring pilot"));
  }

  @Test
  void theTimelineHasStatesWithTheirCausesTheNewestFirst() {
    check(BEFORE, seen("pilot", 1, "SQL01", ServerState.WAITING_FOR_WINDOW, ""));
    check(YESTERDAY, seen("pilot", 1, "SQL01", ServerState.FAILED, "failed, 1603"));
    check(NOW, seen("pilot", 1, "SQL01", ServerState.FAILED, "failed, 1603"));

    assertThat(show("SQL01").timeline())
        .containsExactly(
            new Event(YESTERDAY, "g-attention", "Failed in ring pilot", "failed, 1603", ""),
            new Event(BEFORE, "g-in-progress", "Waiting for window in ring pilot", "", ""));
  }

  @Test
  void theTimelineHasRunsAndApprovalsThatChangedTheRing() {
    check(YESTERDAY, seen("pilot", 1, "SQL01", ServerState.INSTALLING, ""));
    long approved =
        change(Reason.APPROVAL, "token 'ann' (approver)", NOW, placed(OBJECT), placed("MDE"));
    long elsewhere = change(Reason.SCHEDULE, "x", NOW, placed("MDE broad - 2022"));

    assertThat(show("SQL01").timeline().getFirst())
        .isEqualTo(
            new Event(
                NOW,
                "",
                "Run %d of job rollout changed 1 object of ring pilot".formatted(approved),
                "Approved by token 'ann' (approver).",
                "/runs/" + approved));
    assertThat(show("SQL01").timeline())
        .extracting(Event::link)
        .doesNotContain("/runs/" + elsewhere);
  }

  @Test
  void ofTheRunsBeforeTheServerWasSeenOnlyTheLastIsShown() {
    long older = change(Reason.SCHEDULE, "x", BEFORE, placed(OBJECT));
    long last = change(Reason.SCHEDULE, "x", YESTERDAY, placed(OBJECT));
    check(NOW, seen("pilot", 1, "SQL01", ServerState.INSTALLING, ""));

    assertThat(show("SQL01").timeline())
        .extracting(Event::link, Event::detail)
        .contains(tuple("/runs/" + last, "Started by the schedule."))
        .doesNotContain(tuple("/runs/" + older, "Started by the schedule."));
  }

  private static Sighting ring(String state, String words) {
    return new Sighting(Sighting.RING, "pilot", state, words);
  }

  @Test
  void aHaltNamesWhoOrderedItAndWhy() {
    check(YESTERDAY, seen("pilot", 1, "SQL01", ServerState.INSTALLING, ""));
    long run =
        change(
            Reason.ORDER,
            "token 'ann' (operator)",
            NOW,
            placed(OBJECT),
            ring("halted", "backups fail"));

    assertThat(show("SQL01").timeline().getFirst())
        .isEqualTo(
            new Event(
                NOW,
                "",
                "Run %d of job rollout halted ring pilot and changed 1 object".formatted(run),
                "Ordered by token 'ann' (operator). Reason: backups fail",
                "/runs/" + run));
  }

  @Test
  void aHaltByTheGateHasItsReasonWithoutWhatIsDoneSince() {
    check(BEFORE, seen("pilot", 1, "SQL01", ServerState.INSTALLING, ""));
    change(Reason.SCHEDULE, "x", YESTERDAY, placed(OBJECT), ring("open", "no gate yet"));
    long run = change(Reason.SCHEDULE, "x", NOW, placed(OBJECT), ring("halted", HALTING));

    assertThat(show("SQL01").timeline().getFirst())
        .isEqualTo(
            new Event(
                NOW,
                "",
                "Run %d of job rollout halted ring pilot and changed 1 object".formatted(run),
                "Started by the schedule. Reason: 15 of 70 failed",
                "/runs/" + run));
  }

  @Test
  void aRunThatFoundTheRingHaltedDidNotHaltIt() {
    check(BEFORE, seen("pilot", 1, "SQL01", ServerState.INSTALLING, ""));
    change(Reason.SCHEDULE, "x", YESTERDAY, placed(OBJECT), ring("halted", ""));
    change(Reason.APPROVAL, "ann", YESTERDAY.plusSeconds(60), placed(OBJECT));
    long run = change(Reason.SCHEDULE, "x", NOW, placed(OBJECT), ring("halted", ""));

    assertThat(show("SQL01").timeline())
        .extracting(Event::title)
        .startsWith("Run %d of job rollout changed 1 object of ring pilot".formatted(run))
        .contains(
            "Run %d of job rollout halted ring pilot and changed 1 object".formatted(run - 2));
  }

  @Test
  void aServerThatWasNeverSeenIsNotThere() {
    assertThatThrownBy(() -> show("NOBODY"))
        .hasMessageContaining("The history has no server \"NOBODY\".");
  }
}
