package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.catalogue.Sensor;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.work.Synchronisation;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twelve months of a patch team: every week the servers synchronise, and the next day {@code apply}
 * runs without anybody looking. After each step the approvals that carry our mark, and those that
 * WSUS moved, are compared with a table written by hand.
 */
final class YearIT {
  private static final String BROAD = "Current Channel (Broad)";
  private static final String SERVER_2019 = "Windows Server 2019";
  private static final List<String> SERVERS = List.of("wsus01", "wsus02", "wsus03");

  @TempDir private Path folder;
  private TrialUpdates trial;
  private final List<String> screens = new ArrayList<>();

  @BeforeEach
  void start() {
    trial = new TrialUpdates(folder);
    trial.replace(
        "  sensorUpdate:\n",
        """
            - url: "%s"
              owner: wsus
              serverId: %s
              allowWrites: true
              canary: Server Pilot
              acknowledged: "10.0.26100"
              rings:
                - {ring: pilot, groups: [Server Pilot]}
                - {ring: production, groups: [Server Produktion]}
            - {url: "%s", owner: wsus}
          sensorUpdate:
        """
            .formatted(
                trial.server("wsus02").url(),
                trial.server("wsus02").id(),
                trial.server("wsus03").url()));
    trial.replace(
        "      - family: unified agent\n",
        "      - family: unified agent\n      - {family: %s, channel: %s}\n"
            .formatted(SERVER_2019, BROAD));
    computer("wsus01", "pilot19.lab.example", "2019", "10.8830.26040.1001", "Pilot servers");
  }

  @AfterEach
  void everyRequestWasAsTheContractSays() {
    for (String server : SERVERS) {
      assertThat(trial.server(server).calls().violations()).isEmpty();
    }
    trial.close();
  }

  @Test
  void theApprovalsOfAYearAreThoseOfTheTable() {
    november();
    december();
    january();
    february();
    march();
    april();
    may();
    june();
    july();
    august();
    september();
    october();
  }

  /** Two lines, two servers, two rings. */
  private void november() {
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV, 2019 1002",
        "wsus02 Server Pilot: unified agent NOV, 2019 1002");
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV, 2019 1002",
        "wsus01 Production servers: unified agent NOV, 2019 1002",
        "wsus02 Server Pilot: unified agent NOV, 2019 1002",
        "wsus02 Server Produktion: unified agent NOV, 2019 1002");
  }

  /** New versions in two lines; one of a channel that is not asked for is skipped. */
  private void december() {
    release("", "10.8800.1.1", "");
    release(SERVER_2019, "10.8850.1.1", BROAD);
    release(SERVER_2019, "10.9000.1.1", "Beta Channel");
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV 8800, 2019 1002 8850",
        "wsus01 Production servers: unified agent NOV, 2019 1002",
        "wsus02 Server Pilot: unified agent NOV 8800, 2019 1002 8850",
        "wsus02 Server Produktion: unified agent NOV, 2019 1002");
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV 8800, 2019 1002 8850",
        "wsus01 Production servers: unified agent NOV 8800, 2019 1002 8850",
        "wsus02 Server Pilot: unified agent NOV 8800, 2019 1002 8850",
        "wsus02 Server Produktion: unified agent NOV 8800, 2019 1002 8850");
  }

  /** A newer version in the middle of a rollout waits. */
  private void january() {
    release("", "10.8810.1.1", "");
    week();
    release("", "10.8811.1.1", "");
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV 8800 8810, 2019 1002 8850",
        "wsus01 Production servers: unified agent NOV 8800 8810, 2019 1002 8850",
        "wsus02 Server Pilot: unified agent NOV 8800 8810, 2019 1002 8850",
        "wsus02 Server Produktion: unified agent NOV 8800 8810, 2019 1002 8850");
    week();
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV 8800 8810 8811, 2019 1002 8850",
        "wsus01 Production servers: unified agent NOV 8800 8810 8811, 2019 1002 8850",
        "wsus02 Server Pilot: unified agent NOV 8800 8810 8811, 2019 1002 8850",
        "wsus02 Server Produktion: unified agent NOV 8800 8810 8811, 2019 1002 8850");
  }

  /** A re-release moves the approvals and loses our mark; nothing is approved twice. */
  private void february() {
    trial.lab().updateServers().feed().rerelease(trial.update("10.8811.1.1"));
    week();
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV 8800 8810 8811, 2019 1002 8850",
        "wsus01 Production servers: unified agent NOV 8800 8810 8811, 2019 1002 8850",
        "wsus02 Server Pilot: unified agent NOV 8800 8810 8811, 2019 1002 8850",
        "wsus02 Server Produktion: unified agent NOV 8800 8810 8811, 2019 1002 8850");
    assertThat(trial.plan().code()).isZero();
  }

  /** A version expires on its way, and WSUS declines it; the next begins anew with the pilot. */
  private void march() {
    release("", "10.8820.1.1", "");
    week();
    trial.lab().updateServers().feed().expire(trial.update("10.8820.1.1"));
    release("", "10.8821.1.1", "");
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850",
        "wsus01 Production servers: unified agent NOV 8800 8810 8811, 2019 1002 8850",
        "wsus02 Server Pilot: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850",
        "wsus02 Server Produktion: unified agent NOV 8800 8810 8811, 2019 1002 8850");
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850",
        "wsus01 Production servers: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850",
        "wsus02 Server Pilot: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850",
        "wsus02 Server Produktion: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850");
  }

  /** A chain with a missing link: the newest supersedes one, and not the one before it. */
  private void april() {
    trial
        .lab()
        .updateServers()
        .feed()
        .publish(
            new Sensor("", "10.8830.1.1", ""),
            trial.lab().clock().instant(),
            List.of(trial.update("10.8811.1.1")));
    week();
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV 8800 8810 8811 8821 8830, 2019 1002 8850",
        "wsus01 Production servers: unified agent NOV 8800 8810 8811 8821 8830, 2019 1002 8850",
        "wsus02 Server Pilot: unified agent NOV 8800 8810 8811 8821 8830, 2019 1002 8850",
        "wsus02 Server Produktion: unified agent NOV 8800 8810 8811 8821 8830, 2019 1002 8850");
  }

  /** An administrator takes an approval back twice: Garrison stops, and what is held goes. */
  private void may() {
    revert("wsus01", "10.8830.1.1", "Production servers");
    week();
    revert("wsus01", "10.8830.1.1", "Production servers");
    week();
    assertThat(screens.getLast().replaceAll("\\s+", " "))
        .contains("the approval was removed twice outside Garrison");
    table(
        "wsus01 Pilot servers: unified agent NOV 8800 8810 8811 8821 8830, 2019 1002 8850",
        "wsus01 Production servers: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850",
        "wsus02 Server Pilot: unified agent NOV 8800 8810 8811 8821 8830, 2019 1002 8850",
        "wsus02 Server Produktion: unified agent NOV 8800 8810 8811 8821 8830, 2019 1002 8850");
    trial.replace(
        "sensorUpdate:\n",
        "sensorUpdate:\n    hold:\n      - {version: 10.8830.1.1, reason: INC0042}\n");
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850",
        "wsus01 Production servers: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850",
        "wsus02 Server Pilot: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850",
        "wsus02 Server Produktion: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850");
  }

  /** A synchronisation hangs on one server: the other goes on, and the first follows later. */
  private void june() {
    release("", "10.8840.1.1", "");
    trial
        .server("wsus02")
        .inConsole(all -> all.synchronisation().next(Synchronisation.Ending.HANG));
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV 8800 8810 8811 8821 8840, 2019 1002 8850",
        "wsus01 Production servers: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850",
        "wsus02 Server Pilot: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850",
        "wsus02 Server Produktion: unified agent NOV 8800 8810 8811 8821, 2019 1002 8850");
    assertThat(screens.getLast().replaceAll("\\s+", " "))
        .contains(
            "10.8840.1.1 is not on "
                + trial.server("wsus02").url().getAuthority()
                + ", which gets it when it has synchronized");
    trial.server("wsus02").inConsole(all -> all.synchronisation().restartService());
    week();
    week();
    table(
        "wsus01 Pilot servers: unified agent NOV 8800 8810 8811 8821 8840, 2019 1002 8850",
        "wsus01 Production servers: unified agent NOV 8800 8810 8811 8821 8840, 2019 1002 8850",
        "wsus02 Server Pilot: unified agent NOV 8800 8810 8811 8821 8840, 2019 1002 8850",
        "wsus02 Server Produktion: unified agent NOV 8800 8810 8811 8821 8840, 2019 1002 8850");
  }

  /** A replica is promoted: from then on Garrison approves there too. */
  private void july() {
    trial.server("wsus03").inConsole(all -> all.state().promote());
    trial.replace(
        "- {url: \"%s\", owner: wsus}".formatted(trial.server("wsus03").url()),
        "- {url: \"%s\", owner: wsus, serverId: %s, allowWrites: true, canary: Pilot servers, acknowledged: \"10.0.14393\"}"
            .formatted(trial.server("wsus03").url(), trial.server("wsus03").id()));
    release("", "10.8850.1.1", "");
    week();
    week();
    assertThat(OurApprovals.of(trial, "wsus03"))
        .containsExactly(
            "wsus03 Pilot servers: unified agent NOV 8800 8810 8811 8821 8840 8850, 2019 1002 8850",
            "wsus03 Production servers: unified agent NOV 8800 8810 8811 8821 8840 8850, 2019 1002 8850");
    assertThat(OurApprovals.of(trial, "wsus01").getFirst()).endsWith("8840 8850, 2019 1002 8850");
  }

  /** A ring whose computers fail is halted; the next version takes over. */
  private void august() {
    release("", "10.8860.1.1", "");
    week();
    fail("10.8860.1.1");
    week();
    assertThat(OurApprovals.of(trial, "wsus01").getFirst()).endsWith("8850 8860, 2019 1002 8850");
    assertThat(OurApprovals.of(trial, "wsus01").getLast()).endsWith("8840 8850, 2019 1002 8850");
    release("", "10.8861.1.1", "");
    week();
    week();
    assertThat(OurApprovals.of(trial, "wsus01").getFirst())
        .endsWith("8850 8860 8861, 2019 1002 8850");
    assertThat(OurApprovals.of(trial, "wsus01").getLast())
        .endsWith("8840 8850 8861, 2019 1002 8850");
  }

  /** Nothing new: nothing is written. */
  private void september() {
    for (String server : SERVERS) {
      trial.server(server).calls().reset();
    }
    week();
    week();
    for (String server : SERVERS) {
      assertThat(trial.writes(server)).isEmpty();
    }
  }

  /** What nobody needs any more is declined; what somebody else blocked stays as it is. */
  private void october() {
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    decline: decline\n");
    week();
    assertThat(declined("wsus01", "10.8800.1.1")).isTrue();
    assertThat(declined("wsus01", "10.8861.1.1")).isFalse();
    assertThat(declined("wsus01", "10.8850.1.1", SERVER_2019, BROAD)).isFalse();
    assertThat(
            declined("wsus01", "10.8838.26060.15013", "Windows 10/11", "Current Channel (Staged)"))
        .isFalse();
    week();
    assertThat(trial.verify().code()).isZero();
  }

  private void week() {
    trial.pass(Duration.ofDays(6));
    for (String server : SERVERS) {
      trial.server(server).inConsole(all -> all.synchronisation().start());
      trial.pass(Duration.ofMinutes(30));
    }
    trial.pass(Duration.ofHours(22));
    Ended ended = trial.apply();
    screens.add(ended.out() + ended.err());
    assertThat(ended.code()).as(screens.getLast()).isNotEqualTo(1);
  }

  private void release(String family, String version, String channel) {
    trial.lab().updateServers().release(family, version, channel);
  }

  private void table(String... lines) {
    List<String> all = new ArrayList<>(OurApprovals.of(trial, "wsus01"));
    all.addAll(OurApprovals.of(trial, "wsus02"));
    assertThat(all).as(screens.getLast()).containsExactly(lines);
  }

  private void revert(String server, String version, String group) {
    trial
        .server(server)
        .inConsole(all ->
            all.state().approvals().of(trial.update(version)).stream()
                .filter(approval -> approval.action() == Approval.INSTALL)
                .filter(approval ->
                    all.state().groups().find(approval.group()).orElseThrow().name().equals(group))
                .forEach(approval -> all.approving().delete(approval.id())));
  }

  private void fail(String version) {
    trial
        .server("wsus01")
        .inConsole(all ->
            all.state().computers().values().stream()
                .filter(computer -> computer.name().startsWith("fs01"))
                .forEach(computer -> computer.fixedStates().put(trial.update(version), 5)));
  }

  private boolean declined(String server, String version) {
    return declined(server, version, "", "");
  }

  private boolean declined(String server, String version, String family, String channel) {
    UUID id =
        dev.garrison.lab.wsus.catalogue.SensorUpdates.idOf(new Sensor(family, version, channel));
    return trial.server(server).look(state -> state.holdings().update(id).orElseThrow().declined());
  }

  private void computer(String server, String name, String os, String sensor, String group) {
    trial
        .server(server)
        .inConsole(all -> {
          Computer computer =
              new Computer(
                  UUID.nameUUIDFromBytes(new byte[] {1}).toString(), name, os, Optional.of(sensor));
          computer.groups().add(all.state().groups().named(group).orElseThrow().id());
          all.state().computers().put(computer.id(), computer);
        });
  }
}
