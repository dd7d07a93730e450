package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that another one names below it, and the manifest does not. */
final class DiscoveryIT {
  private static final String AUTONOMOUS = "127.0.0.2";
  private static final String REPLICA = "127.0.0.3";

  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void start() {
    trial = TrialUpdates.behindOnePort(folder);
    discovering();
  }

  private void discovering() {
    trial.replace(
        "      canary: Pilot servers\n",
        "      canary: Pilot servers\n      discover: downstream\n      allowPlainHttp: true\n");
  }

  @AfterEach
  void nothingWasWrittenBelowAndEveryRequestWasAsTheContractSays() {
    trial
        .lab()
        .updateServers()
        .all()
        .forEach(server -> assertThat(server.calls().violations()).isEmpty());
    trial.lab().updateServers().all().stream()
        .filter(server -> !server.name().equals("127.0.0.1"))
        .forEach(server -> assertThat(trial.writes(server.name())).isEmpty());
    trial.close();
  }

  private static String flat(Ended ended) {
    return (ended.out() + ended.err())
        .replaceAll("127[.]0[.]0[.](\\d):\\d+", "server$1")
        .replaceAll("\\s+", " ");
  }

  @Test
  void areWatched() {
    assertThat(trial.apply().code()).isZero();
    assertThat(flat(trial.plan()))
        .contains("No changes until the waiting rings can start. 5 objects match the manifest.")
        .contains(
            "server2 synchronizes from a server of the manifest and is not in it: its computers get nothing from here. Name it in \"wsus.servers\" with its \"owner\".");
    assertThat(trial.decisions(AUTONOMOUS)).isEmpty();
  }

  @Test
  void theComputersBehindAReplicaCountInTheRingsOnceItHasTheApproval() {
    trial.close();
    trial =
        TrialUpdates.behindOnePort(
            folder,
            site ->
                site.replace(
                    "      replica: true\n",
                    """
                          replica: true
                          computers:
                            - {name: rep01.lab.example, os: "2016", group: Pilot servers, sensor: 10.8672.25926.1019}
                    """));
    discovering();
    trial.apply();
    trial.pass(Duration.ofDays(3));
    assertThat(flat(trial.plan()))
        .contains(
            "ring production is not started: server3 has not got what its upstream server approved");
    trial.server(REPLICA).inConsole(all -> all.synchronisation().receive());
    trial.pass(Duration.ofDays(3));
    assertThat(flat(trial.plan()))
        .contains("ring pilot is complete: 3 of 3 servers (100%) installed");
  }

  @Test
  void areNotLookedForUnlessTheManifestSaysSo() {
    trial.replace("      discover: downstream\n", "");
    trial.apply();
    assertThat(trial.server(AUTONOMOUS).calls().all()).isEmpty();
    assertThat(trial.server("127.0.0.1").calls().all())
        .noneMatch(call -> call.operation().equals("ExecuteSPGetAllDownstreamServers"));
  }

  @Test
  void aReplicaThatCannotBeReadKeepsTheNextRingWaiting() {
    trial.server(REPLICA).faults().status(RequestMatcher.any(), 503, 1000);
    trial.apply();
    trial.pass(Duration.ofDays(3));
    assertThat(flat(trial.plan()))
        .contains("server3 cannot be read, so the status of its computers is unknown")
        .contains("Its port was guessed: if it uses another, name it in \"wsus.servers\".");
  }

  @Test
  void oneOfAnotherDomainIsNotAskedAndHoldsUpNobodyElse() {
    trial.close();
    trial =
        TrialUpdates.behindOnePort(
            folder, site -> site.replace("127.0.0.3", "wsus_03.elsewhere.example"));
    discovering();
    assertThat(trial.apply().code()).isEqualTo(4);
    assertThat(trial.decisions("127.0.0.1"))
        .anyMatch(
            line -> line.startsWith("10.8798.25857.1000 for Pilot servers: install by Garrison"));
    assertThat(flat(trial.plan()))
        .contains(
            "WSUS server server1 lists a downstream server \"wsus_03.elsewhere.example\", which isn't a valid host name. If the server is yours, add it to \"wsus.servers\". If it no longer exists, delete it under Downstream Servers in the WSUS console of server1.");
    assertThat(trial.server("wsus_03.elsewhere.example").calls().all()).isEmpty();
  }

  @Test
  void oneThatTheManifestNamesTooIsReadOnce() {
    trial.replace(
        "  sensorUpdate:\n",
        "    - {url: \"%s\", owner: wsus, allowPlainHttp: true, authentication: none}%n  sensorUpdate:%n"
            .formatted(trial.server(REPLICA).url()));
    trial.apply();
    assertThat(flat(trial.plan()))
        .contains("No changes until the waiting rings can start. 5 objects");
  }

  private void hideThoseBelow() {
    trial
        .server("127.0.0.1")
        .faults()
        .status(RequestMatcher.of("GET", ".*ExecuteSPGetAllDownstreamServers"), 500, 1000);
  }

  @Test
  void anUpstreamServerThatCannotBeAskedIsNotWrittenTo() {
    hideThoseBelow();
    assertThat(trial.apply().code()).isEqualTo(3);
    assertThat(trial.writes("127.0.0.1")).isEmpty();
  }

  @Test
  void approvalsWaitWhereNobodyKnowsWhoIsBelow() {
    hideThoseBelow();
    Ended plan = trial.plan();
    assertThat(plan.code()).isEqualTo(3);
    assertThat(flat(plan))
        .contains(
            ". waiting approval server1/unified agent 10.8798.25857.1000/Pilot servers No more changes are made on this server. The downstream servers of WSUS server server1 are unknown.")
        .contains(
            "! The downstream servers of WSUS server server1 are unknown. WSUS server server1 rejected the request: ExecuteSPGetAllDownstreamServers")
        .contains("0 to create, 0 to change, 0 to delete");
    assertThat(trial.status().code()).isEqualTo(1);
    assertThat(flat(trial.status())).doesNotContain("No problems found");
  }

  @Test
  void noFurtherRingOpensWhereNobodyKnowsWhoIsBelow() {
    trial.apply();
    trial.server(REPLICA).inConsole(all -> all.synchronisation().receive());
    trial.pass(Duration.ofDays(3));
    assertThat(flat(trial.plan())).contains("ring production opens now");
    hideThoseBelow();
    assertThat(flat(trial.plan()))
        .contains(
            "ring production is not started: which servers are below server1 is not known, so the status of their computers is unknown");
  }
}
