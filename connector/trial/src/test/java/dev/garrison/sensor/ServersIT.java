package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.lab.wsus.state.Groups;
import dev.garrison.lab.wsus.work.Variant;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several servers: which are written to, which are only watched, and which need a person. */
final class ServersIT {
  private static final String FOR_PILOT =
      "10.8798.25857.1000 for Pilot servers: install by Garrison [garrison:1:trial]";
  private static final String FOR_THE_GERMAN_PILOT =
      FOR_PILOT.replace("Pilot servers", "Server Pilot");

  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void start() {
    trial = new TrialUpdates(folder);
  }

  @AfterEach
  void everyRequestWasAsTheContractSays() {
    trial
        .lab()
        .updateServers()
        .all()
        .forEach(server -> assertThat(server.calls().violations()).isEmpty());
    trial.close();
  }

  @Test
  void aRingIsOneRingOnAllServers() {
    withTheGermanServer();
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.decisions("wsus01")).contains(FOR_PILOT);
    assertThat(trial.decisions("wsus02")).containsExactly(FOR_THE_GERMAN_PILOT);
    trial.pass(Duration.ofDays(3));
    assertThat(trial.plan().out().replaceAll("\\s+", " "))
        .contains("ring pilot is complete: 3 of 3 servers (100%) installed");
  }

  @Test
  void aDeadServerDoesNotHoldUpTheOthers() {
    withTheGermanServer();
    trial.server("wsus02").faults().status(RequestMatcher.any(), 503, 1000);
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.steady().replaceAll("\\s+", " "))
        .contains("update-server 127.0.0.1:PORT 127.0.0.1:PORT can't be reached")
        .contains(
            "WSUS server 127.0.0.1:PORT can't be reached: ExecuteSPGetConfiguration (HTTP 503). Check \"wsus.servers[1].url\"")
        .contains("1 to create, 0 to change, 0 to delete. 1 waiting, 0 manual");
    assertThat(trial.decisions("wsus01")).contains(FOR_PILOT);
    assertThat(trial.decisions("wsus02")).isEmpty();
  }

  @Test
  void aServerThatAnswersHalfIsWaitedFor() {
    trial
        .server("wsus01")
        .faults()
        .status(RequestMatcher.of("GET", ".*/GetAutomaticUpdateApprovalRules"), 500, 1000);
    Ended ended = trial.plan();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.steady().replaceAll("\\s+", " "))
        .contains("update-server 127.0.0.1:PORT 127.0.0.1:PORT rejected the request")
        .contains("Plan: 0 to create, 0 to change, 0 to delete. 1 waiting, 0 manual.");
  }

  @Test
  void aReplicaIsWatchedAndNeverWrittenTo() {
    trial.replace(
        "  sensorUpdate:\n",
        "    - {url: \"%s\", owner: wsus}%n  sensorUpdate:%n"
            .formatted(trial.server("wsus03").url()));
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.verify().out()).contains("No drift. All 4 objects");
    assertThat(trial.writes("wsus03")).isEmpty();
  }

  @Test
  void aReplicaThatTheManifestWantsToWriteToIsStillOnlyWatched() {
    asOnly("wsus03", "canary: Pilot servers");
    Ended ended = trial.apply();
    assertThat(ended.code()).isZero();
    assertThat(trial.writes("wsus03")).isEmpty();
  }

  @Test
  void aSoftwareUpdatePointIsWatchedAndNeverWrittenTo() {
    trial.replace(
        "  sensorUpdate:\n",
        "    - {url: \"%s\", owner: mecm}%n  sensorUpdate:%n"
            .formatted(trial.server("sup01").url()));
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.writes("sup01")).isEmpty();
  }

  @Test
  void anAccountThatMayOnlyReadIsAStepForAPerson() {
    trial.server("wsus01").quirks(quirks -> quirks.role(1));
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains("the account that writes isn't in WSUS Administrators")
        .contains("Add-LocalGroupMember -Group 'WSUS Administrators' -Member DOMAIN\\ACCOUNT");
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  @Test
  void anAccountWithoutARoleThatIsLetInIsAStepForAPersonToo() {
    trial.server("wsus01").quirks(quirks -> quirks.vary(Variant.ROLE_ZERO_ANSWERED));
    trial.server("wsus01").quirks(quirks -> quirks.role(0));
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains("the account that writes isn't in WSUS Administrators")
        .contains("Add-LocalGroupMember -Group 'WSUS Administrators' -Member DOMAIN\\ACCOUNT");
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  @Test
  void aRoleThatIsLostInTheMiddleOfARunStopsTheNextWrite() {
    trial.server("wsus01").quirks(quirks -> quirks.vary(Variant.ROLE_ZERO_ANSWERED));
    trial.replace("groups: [Pilot servers]", "groups: [Pilot servers, Frozen servers]");
    trial
        .server("wsus01")
        .faults()
        .afterWrite(1, () -> trial.server("wsus01").quirks(quirks -> quirks.role(0)));
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains(
            "is in neither WSUS Administrators nor WSUS",
            "[GAR-0990]",
            "Add the account to the local group WSUS Administrators");
    assertThat(trial.writes("wsus01")).containsExactly("ExecuteSPDeployUpdate1");
  }

  @Test
  void aServerThatNobodyHasSetUpIsAStepForAPerson() {
    trial.server("wsus01").inConsole(work -> work.state().settings().initialized(false));
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out()).contains("the initial configuration of WSUS isn't complete");
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  @Test
  void aGroupThatIsMissingIsAStepForAPerson() {
    trial.replace("groups: [Production servers]", "groups: [Production server]");
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains("these computer groups are missing: Production server")
        .contains("(Get-WsusServer).CreateComputerTargetGroup('Production server')");
    assertThat(trial.writes("wsus01")).isEmpty();
    trial
        .server("wsus01")
        .inConsole(work ->
            work.state()
                .groups()
                .add(UUID.randomUUID(), "Production server", Groups.ALL_COMPUTERS));
    assertThat(trial.apply().code()).isZero();
    assertThat(trial.decisions("wsus01")).contains(FOR_PILOT);
  }

  @Test
  void anotherServerBehindTheNameIsNotTouched() {
    trial.replace(
        "serverId: " + trial.server("wsus01").id(), "serverId: " + trial.server("wsus02").id());
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains(" has the server ID ", ", but the manifest has ");
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  @Test
  void aServerWhereTheAccountLostItsRightSinceThePlanIsNotWrittenTo() {
    Path plan = folder.resolve("plan.json");
    trial.plan("-o", plan.toString());
    trial.server("wsus01").quirks(quirks -> quirks.role(1));
    Ended ended = trial.apply(plan.toString());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("[GAR-0506]");
    assertThat(trial.writes("wsus01")).isEmpty();
  }

  @Test
  void aRightThatIsLostInTheMiddleOfARunStopsTheNextWrite() {
    trial.replace("groups: [Pilot servers]", "groups: [Pilot servers, Frozen servers]");
    trial
        .server("wsus01")
        .faults()
        .afterWrite(1, () -> trial.server("wsus01").quirks(quirks -> quirks.role(1)));
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("is a member of WSUS Reporters only.", "[GAR-0990]");
    assertThat(trial.writes("wsus01")).containsExactly("ExecuteSPDeployUpdate1");
  }

  @Test
  void aDeadServerOpensNoFurtherRing() {
    withTheGermanServer();
    trial.apply();
    trial.pass(Duration.ofDays(3));
    trial.server("wsus02").faults().status(RequestMatcher.any(), 503, 1000);
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.steady().replaceAll("\\s+", " "))
        .contains(
            "ring production is not started: 127.0.0.1:PORT cannot be read, so the status of its computers is unknown");
    assertThat(trial.decisions("wsus01"))
        .contains(FOR_PILOT)
        .noneMatch(it -> it.contains("Production"));
  }

  @Test
  void aPlanOfADeadServerStillFitsAFewMinutesLater() {
    withTheGermanServer();
    trial.server("wsus02").faults().status(RequestMatcher.any(), 503, 1000);
    Path plan = folder.resolve("plan.json");
    trial.plan("-o", plan.toString());
    trial.pass(Duration.ofMinutes(20));
    assertThat(trial.apply(plan.toString()).code()).isEqualTo(3);
    assertThat(trial.decisions("wsus01")).contains(FOR_PILOT);
  }

  @Test
  void theSitesPartIsPlannedWithoutTheServersAndTheServersWithoutTheSite() {
    trial.plan();
    assertThat(trial.server("wsus01").calls().operations()).isNotEmpty();
    trial.server("wsus01").calls().reset();
    Ended site = trial.runWhole("plan", "--only", "site");
    assertThat(site.err()).contains("[GAR-0301]");
    assertThat(trial.server("wsus01").calls().operations()).isEmpty();
  }

  private void withTheGermanServer() {
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
          sensorUpdate:
        """
            .formatted(trial.server("wsus02").url(), trial.server("wsus02").id()));
  }

  private void asOnly(String name, String canary) {
    trial.replace(trial.server("wsus01").url().toString(), trial.server(name).url().toString());
    trial.replace(
        "serverId: " + trial.server("wsus01").id(), "serverId: " + trial.server(name).id());
    trial.replace("canary: Pilot servers", canary);
  }
}
