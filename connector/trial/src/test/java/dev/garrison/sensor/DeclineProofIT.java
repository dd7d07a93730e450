package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A decline is proven once more right before it is sent, on the replicas that will repeat it too.
 */
final class DeclineProofIT {
  private static final String WRITTEN = "127.0.0.1";
  private static final String REPLICA = "127.0.0.3";
  private static final String OLDEST = "10.8560.25364.1036";
  private static final String LAST_SUPERSEDED = "10.8735.26020.1009";

  @TempDir private Path folder;
  private TrialUpdates trial;

  @BeforeEach
  void aReplicaWithAComputerBelow() {
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
    trial.replace(
        "      canary: Pilot servers\n",
        "      canary: Pilot servers\n      discover: downstream\n      allowPlainHttp: true\n");
    new OldUpdates(trial).everybodyHasTheNewest();
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    decline: decline\n");
  }

  @AfterEach
  void close() {
    assertThat(trial.writes(REPLICA)).isEmpty();
    trial.close();
  }

  private static String words(Ended ended) {
    return (ended.out() + ended.err())
        .replaceAll("127[.]0[.]0[.](\\d):\\d+", "server$1")
        .replaceAll("\\s+", " ");
  }

  @Test
  void goesThroughWhereNobodyBelowNeedsTheUpdate() {
    assertThat(trial.apply().code()).isZero();
    assertThat(new OldUpdates(trial).isDeclined(OLDEST)).isTrue();
    assertThat(new OldUpdates(trial).isDeclined(LAST_SUPERSEDED)).isTrue();
  }

  @Test
  void stopsWhereAComputerBelowNeedsItSinceThePlan() {
    trial.server(WRITTEN).faults().afterWrite(1, this::aComputerBelowNeedsTheLast);
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(words(ended))
        .contains(
            "The update on WSUS server server1 wasn't declined: its replica server3 reports: ")
        .contains("[GAR-0995]");
    assertThat(new OldUpdates(trial).isDeclined(OLDEST)).isTrue();
    assertThat(new OldUpdates(trial).isDeclined(LAST_SUPERSEDED)).isFalse();
  }

  private void aComputerBelowNeedsTheLast() {
    trial
        .server(REPLICA)
        .inConsole(work ->
            work.state()
                .computers()
                .values()
                .forEach(computer -> {
                  computer.fixedStates().put(trial.update(LAST_SUPERSEDED), 2);
                  computer.fixedStates().put(trial.update("10.8798.25857.1000"), 1);
                }));
  }

  @Test
  void stopsWhereAReplicaCannotBeReadAnyMore() {
    trial
        .server(WRITTEN)
        .faults()
        .afterWrite(
            1,
            () ->
                trial
                    .server(REPLICA)
                    .faults()
                    .statusFromNowOn(
                        RequestMatcher.of("GET", "ExecuteSPGetUpdateInstallationInfo"), 403));
    Ended ended = trial.apply();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(words(ended))
        .contains("the computers that need the update are unknown while server3 can't be read")
        .contains("[GAR-0995]");
    assertThat(trial.writes(WRITTEN)).filteredOn("ExecuteSPDeclineUpdate"::equals).hasSize(1);
  }
}
