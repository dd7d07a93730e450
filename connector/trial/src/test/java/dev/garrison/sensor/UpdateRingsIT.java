package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.Groups;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rings of updates on one server: which version they get, and when. */
final class UpdateRingsIT {
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
  void theNextRingFollowsWhenTheFirstHasSoaked() {
    trial.apply();
    trial.pass(Duration.ofDays(1));
    trial.apply();
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON, FOR_PILOT);
    trial.pass(Duration.ofDays(2));
    trial.apply();
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON, FOR_PILOT, FOR_PRODUCTION);
  }

  @Test
  void aPlanWithNothingToDoWaitsWhileARingHasNotHadItsTurn() {
    trial.apply();
    Ended waiting = trial.plan();
    assertThat(waiting.out()).contains("No changes until the waiting rings can start. ");
    assertThat(waiting.code()).isEqualTo(3);
    assertThat(trial.verify().code()).isEqualTo(0);
  }

  @Test
  void aRingWhoseComputersFailStopsTheNextOne() {
    trial.apply();
    failOnPilot();
    trial.pass(Duration.ofDays(3));
    Ended ended = trial.plan();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains("ring pilot is halted: 1 of 2 servers (50%) failed, 10% allowed")
        .contains("ring production is not started: waits for ring pilot to meet its gate");
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON, FOR_PILOT);
  }

  @Test
  void aNewerVersionWaitsUntilTheRunningOneIsInEveryRing() {
    trial.apply();
    trial.lab().updateServers().release("", "10.8800.1.1", "");
    trial.synchronise();
    Ended ended = trial.apply();
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains("10.8800.1.1 waits until 10.8798.25857.1000 is in every ring");
    trial.pass(Duration.ofDays(3));
    trial.apply();
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON, FOR_PILOT, FOR_PRODUCTION);
    trial.apply();
    assertThat(trial.decisions("wsus01"))
        .containsExactly(
            BY_A_PERSON, FOR_PILOT, FOR_PRODUCTION, FOR_PILOT.replace(NEWEST, "10.8800.1.1"));
  }

  @Test
  void aNewerVersionTakesOverFromOneThatARingWasHaltedFor() {
    trial.apply();
    failOnPilot();
    trial.lab().updateServers().release("", "10.8800.1.1", "");
    trial.synchronise();
    Ended ended = trial.apply();
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains(
            "10.8798.25857.1000 gives way to 10.8800.1.1, because ring pilot is halted: 1 of 2 servers (50%) failed, 10% allowed");
    assertThat(trial.decisions("wsus01"))
        .containsExactly(BY_A_PERSON, FOR_PILOT, FOR_PILOT.replace(NEWEST, "10.8800.1.1"));
  }

  @Test
  void aVersionThatExpiresOnItsWayBeginsAnewWithTheNext() {
    trial.apply();
    trial.lab().updateServers().feed().expire(trial.update(NEWEST));
    trial.lab().updateServers().release("", "10.8800.1.1", "");
    trial.synchronise();
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.decisions("wsus01"))
        .contains(FOR_PILOT.replace(NEWEST, "10.8800.1.1"))
        .doesNotContain(FOR_PRODUCTION.replace(NEWEST, "10.8800.1.1"));
  }

  @Test
  void whatAPersonApprovesForALaterRingOpensItForNobody() {
    trial.decideByHand(NEWEST, "Production servers", Approval.INSTALL);
    trial.replace(
        "groups: [Production servers]", "groups: [Production servers, Unassigned Computers]");
    trial.apply();
    assertThat(trial.decisions("wsus01"))
        .containsExactly(
            BY_A_PERSON, FOR_PILOT, NEWEST + " for Production servers: install by LAB\\kim");
  }

  @Test
  void whatAPersonApprovedForTheFirstRingCountsAsItsOpening() {
    trial.decideByHand(NEWEST, "Pilot servers", Approval.INSTALL);
    trial.apply();
    trial.pass(Duration.ofDays(3));
    trial.apply();
    assertThat(trial.decisions("wsus01")).contains(FOR_PRODUCTION);
  }

  @Test
  void aGroupInsideAGroupOfAnEarlierRingIsRefused() {
    trial.replace("groups: [Pilot servers]", "groups: [Pilot servers, Servers]");
    Ended ended = trial.plan();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err().replaceAll("\\s+", " "))
        .contains(
            "the group \"Production servers\" of ring \"production\" is inside a group of ring \"pilot\" and would get the approvals of that ring. [GAR-0997]");
  }

  @Test
  void aRingOfWhichNoComputerTakesTheUpdateHoldsUpNobodyForLong() {
    trial.replace(
        "- family: unified agent",
        "- {family: Windows Server 2019, channel: Current Channel (Broad)}");
    trial.apply();
    trial.pass(Duration.ofDays(3));
    Ended ended = trial.apply();
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains(
            "ring pilot is complete: its gate was skipped: not applicable to any of its 2 computers");
    assertThat(trial.decisions("wsus01"))
        .contains(
            "10.8838.26060.1002 for Production servers: install by Garrison [garrison:1:trial]");
  }

  @Test
  void holdingTheNewestDoesNotStopTheOneThatIsOnItsWay() {
    trial.apply();
    trial.lab().updateServers().release("", "10.8800.1.1", "");
    trial.synchronise();
    trial.replace(
        "sensorUpdate:\n",
        "sensorUpdate:\n    hold:\n      - {version: 10.8800.1.1, reason: INC0043}\n");
    trial.pass(Duration.ofDays(3));
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.decisions("wsus01")).containsExactly(BY_A_PERSON, FOR_PILOT, FOR_PRODUCTION);
  }

  @Test
  void everybodyIsNoGroupOfARing() {
    trial.replace("groups: [Production servers]", "groups: [" + Groups.ALL_COMPUTERS + "]");
    Ended ended = trial.plan();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains("Ring \"production\" is the built-in group of all computers on WSUS server ")
        .contains("[GAR-0946]");
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    allowAllComputers: true\n");
    assertThat(trial.plan().code()).isEqualTo(2);
  }

  @Test
  void oneGroupByNameAndIdIsRefused() {
    UUID pilot =
        trial
            .server("wsus01")
            .look(state -> state.groups().named("Pilot servers").orElseThrow().id());
    trial.replace("groups: [Production servers]", "groups: [" + pilot + "]");
    Ended ended = trial.plan();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("[GAR-0947]");
  }

  private void failOnPilot() {
    trial.pass(Duration.ofHours(1));
    trial
        .server("wsus01")
        .inConsole(work ->
            work.state().computers().values().stream()
                .filter(computer -> computer.name().startsWith("fs01"))
                .forEach(computer -> computer.fixedStates().put(trial.update(NEWEST), 5)));
  }
}
