package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.connection.Pause;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.SyncState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When update servers are synchronised before approvals are, and what is said of it. */
final class SensorUpdateWorkTest extends WorkTrial {
  private static final String JOBS =
      "jobs:\n  schedules:\n    - {job: sensor-update, every: 6h, autoApply: [approve]}\n";
  private static final String SERVERS =
      """
      wsus:
        servers:
          - {url: 'https://wsus01.contoso.example:8531', owner: wsus, serverId: 7c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90, allowWrites: true}
          - {url: 'https://wsus02.contoso.example:8531', owner: wsus}
          - {url: 'https://sup01.contoso.example:8531', owner: mecm}
        sensorUpdate:
          releases: [{family: unified agent}]
          deadline: "+7d 22:00"
          rings: [{ring: pilot, groups: [MDE Pilot]}]
      """;
  private static final Manifest MANIFEST = manifest(SERVERS + JOBS);

  private final OneUpdateServer server = new OneUpdateServer();
  private final List<Duration> pauses = new ArrayList<>();
  private UpdateServers servers = new UpdateServers(MANIFEST, _ -> server);
  private JobReport approved = JobReport.of(JobOutcome.DONE, "1 change made");
  private int approvals;
  private Pause pause = this::synchronised;

  private void synchronised(Duration time) {
    passed(time);
    server.end(SyncEvent.SUCCEEDED, now);
  }

  private void passed(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }

  private JobReport run(JobTask task) throws InterruptedException {
    return new SensorUpdateWork(
            () -> servers,
            _ -> {
              approvals++;
              return approved;
            },
            () -> now,
            time -> pause.pause(time))
        .run(task);
  }

  private JobReport run() throws InterruptedException {
    return run(task(JobKind.SENSOR_UPDATE, JobMode.ENABLED, MANIFEST));
  }

  @Test
  void aServerThatHasNotForHalfADayIsSynchronisedFirst() throws Exception {
    server.end(SyncEvent.SUCCEEDED, NOW.minus(Duration.ofHours(12)));
    assertThat(run()).isSameAs(approved);
    assertThat(server.started).isEqualTo(1);
    assertThat(pauses).containsExactly(Duration.ofSeconds(20));
    assertThat(approvals).isEqualTo(1);
    assertThat(servers.closed).isEqualTo(1);
  }

  @Test
  void aServerThatSynchronisedOfLateIsLeftAlone() throws Exception {
    server.end(SyncEvent.SUCCEEDED, NOW.minus(Duration.ofHours(12)).plusSeconds(1));
    assertThat(run()).isSameAs(approved);
    assertThat(server.started).isZero();
    assertThat(approvals).isEqualTo(1);
  }

  @Test
  void onlyServersThatMayBeWrittenToAreOpened() throws Exception {
    run();
    assertThat(servers.opened).isNotEmpty().containsOnly("wsus01.contoso.example:8531");
  }

  @Test
  void aManifestWhoseServersAreAllOnlyReadIsNotSynchronised() throws Exception {
    Manifest reading = manifest(SERVERS.replace("allowWrites: true", "allowWrites: false") + JOBS);
    servers = UpdateServers.silent(reading);
    assertThat(run(task(JobKind.SENSOR_UPDATE, JobMode.ENABLED, reading))).isSameAs(approved);
    assertThat(servers.closed).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAN_ONLY", "PAUSED"})
  void aJobThatMayNotApproveSynchronisesNothing(JobMode begun) throws Exception {
    assertThat(run(task(JobKind.SENSOR_UPDATE, begun, MANIFEST))).isSameAs(approved);
    assertThat(servers.closed).isZero();
    assertThat(approvals).isEqualTo(1);
  }

  @Test
  void aJobThatIsLeftToDeclineSynchronisesNothing() throws Exception {
    Manifest declining = manifest(SERVERS + JOBS.replace("[approve]", "[decline]"));
    run(task(JobKind.SENSOR_UPDATE, JobMode.ENABLED, declining));
    assertThat(servers.closed).isZero();
  }

  @Test
  void outsideOfItsWindowTheJobSynchronisesNothing() throws Exception {
    Manifest atNight =
        manifest(SERVERS + JOBS.replace("[approve]", "[approve], window: \"01:00-05:00\""));
    assertThat(run(task(JobKind.SENSOR_UPDATE, JobMode.ENABLED, atNight))).isSameAs(approved);
    assertThat(servers.closed).isZero();
  }

  @Test
  void aJobThatIsHeldBackWhileServersAreReadStartsNothing() throws Exception {
    servers =
        new UpdateServers(
            MANIFEST,
            _ -> {
              meanwhile = JobMode.PAUSED;
              return server;
            });
    assertThat(run()).isSameAs(approved);
    assertThat(server.started).isZero();
    assertThat(servers.opened).hasSize(1);
    assertThat(servers.closed).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatDidNotSynchroniseIsAFindingAndHoldsNoApprovalBack(JobOutcome outcome)
      throws Exception {
    servers = UpdateServers.silent(MANIFEST);
    Finding other = new Finding("GAR-0501", "error", "Another.", "Look.");
    approved =
        new JobReport(
            outcome,
            "1 change made",
            List.of(other),
            Optional.empty(),
            List.of(new JobReport.JournalRun("run", "head")),
            true,
            List.of(new Sighting("approval", "a", "create", "")));
    JobReport report = run();
    boolean well = outcome == JobOutcome.DONE || outcome == JobOutcome.WAITING;
    assertThat(report)
        .isEqualTo(
            new JobReport(
                well ? JobOutcome.FINDINGS : outcome,
                "1 change made; not every update server synchronized",
                List.of(
                    new Finding(
                        "GAR-0504", "error", "wsus01.contoso.example:8531 is silent.", "Start it."),
                    other),
                approved.plan(),
                approved.journals(),
                true,
                approved.sightings()));
    assertThat(approvals).isEqualTo(1);
  }

  @Test
  void aSynchronisationThatFailsIsAFinding() throws Exception {
    pause =
        time -> {
          passed(time);
          server.end(SyncEvent.FAILED, now);
        };
    assertThat(run().findings())
        .containsExactly(
            new Finding(
                "GAR-0983",
                "error",
                "The synchronization of WSUS server wsus01.contoso.example:8531 failed. WSUS shows no details, as is usual since October 2025.",
                "Check SoftwareDistribution.log on that server, and then run the command again."));
  }

  @Test
  void oneThatStillRunsAfterHalfAnHourIsNoFinding() throws Exception {
    pause = this::passed;
    assertThat(run()).isSameAs(approved);
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(server.state).isEqualTo(SyncState.WORKING);
  }

  @Test
  void theEndOfTheServiceEndsTheWaiting() throws Exception {
    server.begins = () -> stopping = true;
    assertThat(run().findings()).extracting(Finding::code).containsExactly("GAR-1077");
    assertThat(pauses).isEmpty();
  }
}
