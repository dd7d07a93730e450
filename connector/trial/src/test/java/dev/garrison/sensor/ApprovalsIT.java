package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.operation.Workings;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.Groups;
import dev.garrison.lab.wsus.work.Variant;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Approvals on one server: who decided what, and what Garrison does and leaves. */
@Tag("first")
final class ApprovalsIT {
  private static final String NEWEST = "10.8798.25857.1000";
  private static final String BY_A_PERSON =
      "10.8735.26020.1009 for Pilot servers: install by LAB\\jdoe";
  private static final String FOR_PILOT =
      NEWEST + " for Pilot servers: install by Garrison [garrison:1:trial]";
  private static final String FOR_PRODUCTION =
      NEWEST + " for Production servers: install by Garrison [garrison:1:trial]";

  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void start() {
    trial = new TrialUpdates(folder);
  }

  @AfterEach
  void everyRequestWasAsTheContractSays() {
    assertThat(trial.server("wsus01").calls().violations()).isEmpty();
    trial.close();
  }

  @Test
  void planSaysWhatIsCurrentAndWritesNothing() {
    Ended ended = trial.plan();
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.steady())
        .isEqualTo(
            """
            Plan: 1 to create, 0 to change, 0 to delete. 0 waiting, 0 manual.
            trial · 1 update server

            Sensor updates: 1 to create
                unified agent, no channel, ring production waits for its turn
              + create    approval 127.0.0.1:PORT/unified agent 10.8798.25857.1000/Pilot servers  install

            Notes (2)
                - unified agent, no channel: 10.8798.25857.1000, ring pilot opens now
                - unified agent, no channel: 10.8798.25857.1000, ring production is not started: waits for ring pilot to meet its
                  gate
            """);
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  @Test
  void whereACategoryFindsNothingTheArticleDoes() {
    trial.server("wsus01").quirks(quirks -> quirks.vary(Variant.FINDS_NOTHING_BY_CATEGORIES));
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON, FOR_PILOT);
    assertThat(trial.plan().code()).isEqualTo(3);
  }

  /** The service lists all approvals of an update: of old revisions, of the server, for removal. */
  @Test
  void approvalsOfOlderRevisionsAndOfOtherKindsChangeNothing() {
    String usual = trial.plan().steady();
    for (int action : new int[] {Approval.UNINSTALL, Approval.DETECT, 4, Approval.BUNDLE, 6}) {
      trial
          .server("wsus01")
          .inConsole(work ->
              work.state()
                  .approvals()
                  .add(
                      new Approval(
                          UUID.randomUUID(),
                          new RevisionKey(trial.update(NEWEST), 100 + action),
                          Groups.ALL_COMPUTERS,
                          action,
                          TrialUpdates.START,
                          Approval.NO_DEADLINE,
                          Approval.SERVER,
                          false)));
    }
    assertThat(trial.plan().steady()).isEqualTo(usual);
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.writes("wsus01")).containsExactly("ExecuteSPDeployUpdate1");
    assertThat(trial.verify().code()).isZero();
  }

  @Test
  void applyApprovesForTheFirstRingAndNothingElse() {
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON, FOR_PILOT);
    assertThat(trial.writes("wsus01")).containsExactly("ExecuteSPDeployUpdate1");
    assertThat(trial.verify().code()).isZero();
    assertThat(trial.plan().code()).isEqualTo(3);
  }

  @Test
  void onlyTheCanaryGroupGetsAnApprovalBeforeSomebodyHasLookedAtOne() {
    trial.replace("      acknowledged: \"10.0.20348\"\n", "");
    trial.apply();
    trial.pass(Duration.ofDays(3));
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(4);
    assertThat(words(ended))
        .contains("approval 127.0.0.1:PORT/unified agent 10.8798.25857.1000/Production servers")
        .contains(
            "check the approval for the canary group \"Pilot servers\" in the console; when it is right, set \"acknowledged: 10.0.20348\"");
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON, FOR_PILOT);
  }

  @Test
  void anAcknowledgementOfAnotherVersionIsNone() {
    trial.replace("acknowledged: \"10.0.20348\"", "acknowledged: \"10.0.2034\"");
    trial.apply();
    trial.pass(Duration.ofDays(3));
    assertThat(trial.apply().code()).isEqualTo(4);
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON, FOR_PILOT);
  }

  @Test
  void aServerThatMayNotBeWrittenToShowsWhatWouldBeApproved() {
    trial.replace(
        "      allowWrites: true\n      canary: Pilot servers\n      acknowledged: \"10.0.20348\"\n",
        "");
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(4);
    assertThat(words(ended))
        .contains(
            "writing to this server is off: set \"allowWrites\", \"serverId\" and \"canary\"",
            "Blocked: writing to 127.0.0.1:PORT is off Fix: Set \"allowWrites\", \"serverId\", and \"canary\" of 127.0.0.1:PORT in the manifest.");
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  @Test
  void anAnswerThatIsLostAfterTheEffectIsFoundAgain() {
    trial.server("wsus01").faults().cutAfterWrite(1);
    Ended ended = trial.apply();
    assertThat(ended.code()).isZero();
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON, FOR_PILOT);
    assertThat(trial.writes("wsus01")).containsExactly("ExecuteSPDeployUpdate1");
  }

  @Test
  void aServerThatDoesSomethingElseIsWrittenToNoMore() {
    trial.server("wsus01").quirks(quirks -> quirks.approver("LAB\\garrison"));
    trial.replace("groups: [Pilot servers]", "groups: [Pilot servers, Frozen servers]");
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err().replaceAll("\\s+", " "))
        .contains("answered with another approver: LAB\\garrison.")
        .contains("[GAR-0948]")
        .contains("can't be read: No more changes are made on this server.");
    assertThat(trial.writes("wsus01")).containsExactly("ExecuteSPDeployUpdate1");
  }

  @Test
  void whatAPersonApprovedIsLeftToThem() {
    trial.decideByHand(NEWEST, "Pilot servers", Approval.INSTALL);
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(trial.writes("wsus01")).isEmpty();
    assertThat(trial.decisions("wsus01"))
        .containsExactly(BY_A_PERSON, NEWEST + " for Pilot servers: install by LAB\\kim");
  }

  @Test
  void whatAPersonBlockedIsNotFought() {
    trial.decideByHand(NEWEST, "Pilot servers", Approval.BLOCK);
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(4);
    assertThat(words(ended))
        .contains(
            "LAB\\kim set the action \"block\" for the update, and Garrison doesn't override that");
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  @Test
  void afterTwoRevertsByOthersThereIsNoThirdApproval() {
    trial.apply();
    takeBackByHand();
    trial.pass(Duration.ofHours(1));
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON, FOR_PILOT);
    takeBackByHand();
    trial.pass(Duration.ofHours(1));
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(4);
    assertThat(words(ended))
        .contains(
            "the approval was removed twice outside Garrison, so Garrison doesn't approve the update again. Hold the version, or approve the update in the console");
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON);
  }

  @Test
  void undoTakesOurApprovalBackAndNobodyElses() {
    String run = TrialUpdates.run(trial.apply());
    Ended ended = trial.run("undo", run, "--yes");
    assertThat(ended.code()).isZero();
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON);
  }

  @Test
  void anUndoneApprovalIsNoRevertBySomebody() {
    for (int time = 0; time < 3; time++) {
      String run = TrialUpdates.run(trial.apply());
      trial.pass(Duration.ofMinutes(1));
      assertThat(trial.run("undo", run, "--yes").code()).isZero();
      trial.pass(Duration.ofMinutes(1));
    }
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON, FOR_PILOT);
  }

  @Test
  void aVersionThatIsHeldIsTakenBack() {
    trial.apply();
    trial.replace(
        "sensorUpdate:\n",
        "sensorUpdate:\n    hold:\n      - {version: " + NEWEST + ", reason: INC0042}\n");
    Ended plan = trial.plan();
    assertThat(plan.steady())
        .contains(
            "- delete    approval 127.0.0.1:PORT/unified agent 10.8798.25857.1000/Pilot servers  held: INC0042")
        .contains("unified agent, no channel: 10.8798.25857.1000 is held: INC0042");
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON);
  }

  @Test
  void aRevisionThatCameKeepsOurApprovalThoughTheMarkIsLost() {
    trial.apply();
    trial.lab().updateServers().feed().rerelease(trial.update(NEWEST));
    trial.synchronise();
    assertThat(trial.decisions("wsus01"))
        .containsExactly(BY_A_PERSON, NEWEST + " for Pilot servers: install by WUS Server");
    trial.replace(
        "sensorUpdate:\n",
        "sensorUpdate:\n    hold:\n      - {version: " + NEWEST + ", reason: INC0042}\n");
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON);
  }

  @Test
  void aRevisionWithoutOurApprovalGetsOne() {
    trial.server("wsus01").inConsole(work -> work.state().settings().autoRefresh(false));
    trial.apply();
    trial.lab().updateServers().feed().rerelease(trial.update(NEWEST));
    trial.synchronise();
    Ended plan = trial.plan();
    assertThat(plan.code()).isEqualTo(2);
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.verify().code()).isZero();
  }

  @Test
  void aDeadlineIsCountedFromTheApprovalAndThenKept() {
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    deadline: \"+7d 22:00\"\n");
    trial.apply();
    assertThat(trial.decisions("wsus01"))
        .containsExactly(BY_A_PERSON, FOR_PILOT + " until 2026-11-09T22:00:00Z");
    trial.pass(Duration.ofDays(1));
    assertThat(trial.verify().code()).isZero();
    trial.pass(Duration.ofDays(2));
    trial.apply();
    assertThat(trial.decisions("wsus01"))
        .containsExactly(
            BY_A_PERSON,
            FOR_PILOT + " until 2026-11-09T22:00:00Z",
            FOR_PRODUCTION + " until 2026-11-12T22:00:00Z");
  }

  @Test
  void aPlanOfYesterdayDoesNotApproveWhatSomebodyBlockedSince() {
    Path plan = folder.resolve("plan.json");
    trial.plan("-o", plan.toString());
    trial.decideByHand(NEWEST, "Pilot servers", Approval.BLOCK);
    Ended ended = trial.apply(plan.toString());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("[GAR-0506]");
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  private static String words(Ended ended) {
    return ended.steady().replaceAll("\\s+", " ");
  }

  private void takeBackByHand() {
    inConsole(work ->
        work.state().approvals().of(trial.update(NEWEST)).stream()
            .filter(approval -> approval.action() == Approval.INSTALL)
            .forEach(approval -> work.approving().delete(approval.id())));
  }

  private void inConsole(Consumer<Workings> deed) {
    trial.server("wsus01").inConsole(deed);
  }
}
