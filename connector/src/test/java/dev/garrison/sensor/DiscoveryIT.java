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
    assertThat(trial.writes(AUTONOMOUS)).isEmpty();
    assertThat(trial.writes(REPLICA)).isEmpty();
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
        .contains("Plan: nothing to do. 5 objects are as the manifest says.")
        .contains(
            "server2 synchronises from a server of the manifest and is not in it: its computers get nothing from here. Name it in 'wsus.servers' with its 'owner'.");
    assertThat(trial.decisions(AUTONOMOUS)).isEmpty();
  }

  @Test
  void theComputersBehindAReplicaCountInTheRings() {
    trial
        .server("127.0.0.1")
        .inConsole(all -> all.state().computers().values().forEach(one -> one.silent(false)));
    trial.apply();
    trial.pass(Duration.ofDays(3));
    assertThat(flat(trial.plan()))
        .contains("ring pilot is passed: 2 of 2 servers (100 %) installed");
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
        .contains("server3 cannot be read, so nobody knows how its computers are")
        .contains("Its port was guessed: name it in 'wsus.servers' with its own 'url'.");
  }

  @Test
  void oneThatTheManifestNamesTooIsReadOnce() {
    trial.replace(
        "  sensorUpdate:\n",
        "    - {url: \"%s\", owner: wsus, allowPlainHttp: true, authentication: none}%n  sensorUpdate:%n"
            .formatted(trial.server(REPLICA).url()));
    trial.apply();
    assertThat(flat(trial.plan())).contains("Plan: nothing to do. 5 objects");
  }

  @Test
  void anUpstreamServerThatCannotBeAskedIsNotWrittenTo() {
    trial
        .server("127.0.0.1")
        .faults()
        .status(RequestMatcher.of("GET", ".*ExecuteSPGetAllDownstreamServers"), 500, 1000);
    assertThat(trial.apply().code()).isEqualTo(3);
    assertThat(trial.writes("127.0.0.1")).isEmpty();
  }
}
