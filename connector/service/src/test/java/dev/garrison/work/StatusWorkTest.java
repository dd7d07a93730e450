package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.history.AntivirusHistory.Count;
import dev.garrison.history.AntivirusHistory.Look;
import dev.garrison.history.History;
import dev.garrison.history.StandingHistory.Contact;
import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.history.StandingPages.Column;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.history.StandingPages.Row;
import dev.garrison.history.StandingPages.Section;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.ServerReport;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.ring.RingState;
import dev.garrison.wsus.servers.WsusAccess;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a look at servers keeps and says. */
final class StatusWorkTest extends HistoryTrial {
  private static final Manifest WITH_WSUS =
      manifest(
          "wsus:\n  servers:\n    - {url: 'https://wsus01.contoso.example:8531', owner: wsus}\n");
  private static final Finding SILENT =
      new Finding("GAR-0504", "error", "wsus01.contoso.example:8531 is silent.", "Start it.");

  private UpdateServers servers = UpdateServers.silent(manifest(""));
  private Supplier<WsusAccess> opening = () -> servers;

  private JobReport run() {
    long run = begun(JobKind.STATUS);
    JobTask task =
        new JobTask(
            JobKind.STATUS,
            manifest(""),
            run,
            JobMode.PLAN_ONLY,
            () -> JobMode.PLAN_ONLY,
            BERLIN,
            () -> now,
            () -> {});
    JobReport report =
        new StatusWork(
                this::open,
                standings(),
                antivirus(),
                reports(),
                new UpdateWatch(() -> opening.get(), () -> now),
                looks())
            .run(task);
    runs().end(run, JobKind.STATUS, report, now);
    return report;
  }

  /**
   * Servers of ring pilot by their deployment's status: 0 none, 1 success, 2 in progress, 5 error.
   */
  private void stand(int... statuses) {
    Fleet fleet = new Fleet(List.of("pilot"));
    BitSet members = new BitSet();
    for (int each = 0; each < statuses.length; each++) {
      int row = fleet.add(each + 1, "SQL0" + (each + 1));
      members.set(row);
      fleet.system(row, "Windows Server 2019");
      if (statuses[each] > 0) {
        fleet.onboarding(row, 0, new DeploymentStatus(statuses[each], 0, 0, "", Optional.empty()));
      }
    }
    fleet.join(0, members);
    site.fleet =
        Optional.of(
            new FleetStanding(
                "small",
                "PS1",
                now,
                List.of(new PilotRing(site).report(RingState.OPEN, "it is the first ring")),
                fleet,
                new ServerStateRules(
                    "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2", new ExcludedServers(Map.of())),
                List.of(),
                Optional.empty()));
  }

  @Test
  void serversThatAreOnboardedNeedNobody() {
    stand(1, 1, 2);
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.DONE);
    assertThat(report.summary())
        .isEqualTo("2 of 3 servers onboarded; 0 need attention; 3 changed state");
    assertThat(report.findings()).isEmpty();
    assertThat(report.sightings())
        .extracting(Sighting::kind, Sighting::name, Sighting::state, Sighting::words)
        .containsExactly(tuple("ring", "pilot", "open", "it is the first ring"));
    assertThat(report.sightings().getFirst().ring().orElseThrow().at()).isEqualTo(NOW);
    assertThat(site.closed).isEqualTo(1);
    assertThat(servers.closed).isEqualTo(1);
  }

  @Test
  void aNameThatIsTooLongIsSaidAndFailsNoOtherServer() {
    stand(1, 1);
    site.fleet.orElseThrow().fleet().add(3, "x".repeat(256));
    join(3);
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FINDINGS);
    assertThat(report.findings())
        .containsExactly(
            new Finding(
                "GAR-1117",
                "warning",
                "1 server has a name that is too long for the history, which shows the beginning and a part of the digest.",
                "Show the complete names with \"garrison status --csv\", and check these devices in the console. The name of a Windows server has at most 63 characters."));
    assertThat(standings().of("SQL01", 9)).hasSize(1);
    assertThat(standings().of("x".repeat(256), 9)).hasSize(1);
  }

  private void join(int rows) {
    BitSet members = new BitSet();
    members.set(0, rows);
    site.fleet.orElseThrow().fleet().join(0, members);
  }

  @Test
  void aServerThatNoDeploymentTargetsIsKeptWithItsCause() {
    stand(0);
    run();
    assertThat(standings().of("SQL01", 1))
        .extracting(Stay::state, Stay::why)
        .containsExactly(
            tuple("not-targeted", "\"operatingSystems\" doesn't contain Windows Server 2019"));
  }

  @Test
  void oneServerThatFailedIsAFinding() {
    stand(1, 5);
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FINDINGS);
    assertThat(report.summary())
        .isEqualTo("1 of 2 servers onboarded; 1 needs attention; 2 changed state");
  }

  @Test
  void aRingWithoutServersIsDone() {
    stand();
    assertThat(run().summary())
        .isEqualTo("0 of 0 servers onboarded; 0 need attention; 0 changed state");
  }

  @Test
  void onlyWhatMovedIsKept() {
    stand(1, 2);
    run();
    now = NOW.plusSeconds(3600);
    stand(1, 1);
    assertThat(run().summary())
        .isEqualTo("2 of 2 servers onboarded; 0 need attention; 1 changed state");
    assertThat(standings().of("sql02", 9))
        .extracting(Stay::state, Stay::since, Stay::until, Stay::why)
        .containsExactly(
            tuple("onboarded", now, Optional.empty(), ""),
            tuple("installing", NOW, Optional.of(now), "unknown(0)"));
    assertThat(standings().of("SQL01", 9)).hasSize(1);
  }

  @Test
  void theReportOfEachServerIsKept() {
    stand(1, 5);
    run();
    ServerReport report = reports().of(new Place("SQL02", "pilot", 2)).orElseThrow();
    assertThat(report.why()).isEqualTo("unknown(0), without an error code");
    assertThat(report.remedy()).isEqualTo("Check AppEnforce.log on the server.");
    assertThat(report.deployments())
        .containsExactly(
            new ServerReport.Deployment("onboarding", "unknown(0)", 5, 0, 0, Optional.empty()));
    assertThat(report.sensor()).isEmpty();
    assertThat(report.client()).isEmpty();
    assertThat(reports().of(new Place("SQL01", "pilot", 1))).isPresent();
  }

  @Test
  void theLaterContactOfTheClientAndTheSensorIsKeptWithItsSource() {
    stand(1, 1, 1);
    Instant inventoried = NOW.minusSeconds(7200);
    Fleet fleet = site.fleet.orElseThrow().fleet();
    for (int row : List.of(0, 1)) {
      fleet.presence(row, new Presence(true, true, false, "5.0", Optional.of(inventoried)));
    }
    fleet.sensor(0, new Sensor(1, "", true, Optional.of(inventoried.minusSeconds(60))));
    fleet.sensor(1, new Sensor(1, "", true, Optional.of(inventoried.plusSeconds(60))));
    run();

    assertThat(
            new History(database())
                .pages()
                .section(new Section(Filter.NONE, Column.NAME, false, 0, 9)))
        .extracting(Row::contact)
        .containsExactly(
            Optional.of(new Contact(inventoried, Contact.Source.CLIENT)),
            Optional.of(new Contact(inventoried.plusSeconds(60), Contact.Source.SENSOR)),
            Optional.empty());
  }

  @Test
  void whatProtectsServersIsKeptWithHowWellTheSiteTellsIt() {
    stand(1, 2);
    site.tellsMode = false;
    run();
    assertThat(antivirus().look()).contains(new Look(NOW, false, List.of()));
    assertThat(antivirus().counts())
        .containsExactly(new Count("pilot", "unknown", Optional.empty(), true, 2));
  }

  @Test
  void aManifestWithoutUpdateServersForgetsWhatWasSeenOfThem() {
    stand();
    servers = UpdateServers.silent(WITH_WSUS);
    run();
    assertThat(looks().latest()).isPresent();
    servers = UpdateServers.silent(manifest(""));
    run();
    assertThat(looks().latest()).isEmpty();
  }

  @Test
  void anUpdateServerThatIsSilentIsAFindingAndKept() {
    stand(1);
    servers = UpdateServers.silent(WITH_WSUS);
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FINDINGS);
    assertThat(report.findings()).containsExactly(SILENT);
    assertThat(report.summary()).startsWith("1 of 1 server onboarded");
    assertThat(report.sightings()).hasSize(1);
    UpdatesSeen seen = looks().latest().orElseThrow();
    assertThat(seen.at()).isEqualTo(NOW);
    assertThat(seen.servers())
        .extracting(UpdatesSeen.OnServer::server, UpdatesSeen.OnServer::problems)
        .containsExactly(tuple("wsus01.contoso.example:8531", List.of(SILENT)));
  }

  @Test
  void updateServersThatCannotBeReachedAtAllHideNoServer() {
    stand(1);
    opening =
        () -> {
          throw new RefusalException(
              Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "No password.", "Give one."));
        };
    JobReport report = run();
    assertThat(report.outcome()).isEqualTo(JobOutcome.FINDINGS);
    assertThat(report.findings())
        .containsExactly(new Finding("GAR-0504", "error", "No password.", "Give one."));
    assertThat(report.summary()).startsWith("1 of 1 server onboarded");
  }

  @Test
  void aSiteThatCannotBeReadIsNoFindingButARefusal() {
    site.fleet = Optional.empty();
    assertThatThrownBy(this::run).hasMessage("nobody may ask for servers");
    assertThat(site.closed).isEqualTo(1);
  }
}
