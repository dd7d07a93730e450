package dev.garrison.server.page.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.job.UpdatesSeen.Group;
import dev.garrison.job.UpdatesSeen.Line;
import dev.garrison.job.UpdatesSeen.OnServer;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.manifest.wsus.HeldVersion;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.UpdateRing;
import dev.garrison.manifest.wsus.WsusSection;
import dev.garrison.server.page.fleet.UpdateCell.Silence;
import dev.garrison.server.page.fleet.UpdateCell.State;
import dev.garrison.server.page.fleet.UpdateLane.Next;
import dev.garrison.server.page.fleet.UpdateLane.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Cells and lanes say no more than the servers answered. */
final class UpdateMatrixTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final String CURRENT = "10.8776.1.1";
  private static final RingGate GATE =
      new RingGate(80, 10, 80, Duration.ofDays(2), Duration.ofDays(14));

  private List<HeldVersion> held = List.of();

  private static Group group(String name, int installed, int needed, int failed) {
    return new Group(
        name,
        false,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        installed,
        needed,
        failed,
        0,
        0);
  }

  private static Group approved(String name, int failed, Duration ago) {
    return new Group(
        name,
        false,
        true,
        false,
        Optional.empty(),
        Optional.of("LAB\\anna"),
        Optional.of(NOW.minus(ago)),
        4,
        0,
        failed,
        0,
        0);
  }

  private static Group old(String name) {
    return new Group(
        name,
        false,
        false,
        false,
        Optional.of("10.8760.1.1"),
        Optional.empty(),
        Optional.empty(),
        0,
        7,
        0,
        0,
        0);
  }

  private static OnServer server(Group... groups) {
    return new OnServer(
        "wsus01:8531",
        "wsus",
        Optional.of("10.0.20348"),
        Optional.empty(),
        false,
        Optional.of(NOW),
        Optional.of(NOW),
        List.of(
            new Line(
                "unified agent",
                "",
                Optional.of(CURRENT),
                Optional.of(NOW.minus(Duration.ofDays(6))),
                Optional.empty(),
                List.of(groups))),
        List.of(),
        List.of(),
        List.of());
  }

  /** A server that has not got the newest version yet. */
  private static OnServer late(Group... groups) {
    OnServer current = server(groups);
    Line line = current.lines().getFirst();
    return new OnServer(
        "wsus03:8531",
        current.owner(),
        current.version(),
        current.upstream(),
        false,
        current.answered(),
        current.answered(),
        List.of(
            new Line(
                line.family(),
                line.channel(),
                Optional.of("10.8760.1.1"),
                Optional.of(NOW),
                line.why(),
                line.groups())),
        List.of(),
        List.of(),
        List.of());
  }

  private static OnServer silent(Optional<Instant> since) {
    return new OnServer(
        "wsus02:8531",
        "wsus",
        Optional.empty(),
        Optional.empty(),
        false,
        since,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private UpdateMatrix matrix(OnServer... servers) {
    return UpdateMatrix.of(
        new WsusSection(List.of(), Optional.of(section())),
        new UpdatesSeen(NOW, List.of(servers)),
        NOW);
  }

  private SensorUpdateSection section() {
    return new SensorUpdateSection(
        new TreeSet<>(List.of(ReleaseLine.UNIFIED_AGENT)),
        new TreeSet<>(),
        List.of(
            new UpdateRing("pilot", List.of("Pilot"), GATE, Optional.empty()),
            new UpdateRing("broad", List.of("Broad"), GATE, Optional.empty())),
        Optional.empty(),
        false,
        false,
        held,
        SensorUpdateSection.Subscription.MANUAL,
        SensorUpdateSection.Decline.REPORT,
        Duration.ofDays(30),
        Optional.empty());
  }

  private static List<State> states(UpdateMatrix matrix) {
    return matrix.families().getFirst().cells().stream().map(UpdateCell::state).toList();
  }

  private static Step step(UpdateMatrix matrix, int ring) {
    return UpdateLane.of(matrix, NOW).get(ring).steps().getFirst();
  }

  @Test
  void anApprovedVersionIsCurrentAndAnOlderOneOld() {
    UpdateMatrix matrix = matrix(server(approved("Pilot", 0, Duration.ofDays(1)), old("Broad")));
    assertThat(states(matrix)).containsExactly(State.CURRENT, State.OLD);
    assertThat(matrix.families().getFirst().cells())
        .extracting(UpdateCell::version)
        .containsExactly(Optional.of(CURRENT), Optional.of("10.8760.1.1"));
    assertThat(matrix.families().getFirst().cells().getFirst().counts())
        .isEqualTo("4 installed, 0 needed, 0 failed");
    assertThat(matrix.families().getFirst().age()).contains("6 days");
  }

  @Test
  void aServerThatApprovedItsOwnOlderVersionIsOldThoughThatArrivedLater() {
    UpdateMatrix matrix =
        matrix(
            server(approved("Pilot", 0, Duration.ofDays(1))),
            late(approved("Pilot", 0, Duration.ofDays(1))));
    assertThat(matrix.families().getFirst().current()).contains(CURRENT);
    UpdateCell cell = matrix.families().getFirst().cells().getFirst();
    assertThat(cell.state()).isEqualTo(State.OLD);
    assertThat(cell.version()).contains("10.8760.1.1");
    assertThat(cell.counts()).isEqualTo("4 installed, 0 needed, 0 failed");
    assertThat(cell.unreported()).isEqualTo(4);
  }

  @Test
  void withoutTheTimeOfAnApprovalItIsNotKnownWhetherAVersionHasSoaked() {
    Group timeless =
        new Group(
            "Pilot",
            false,
            true,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            4,
            0,
            0,
            0,
            0);
    UpdateMatrix matrix = matrix(server(timeless, old("Broad")));
    assertThat(step(matrix, 0).next()).isEqualTo(Next.UNKNOWN);
    assertThat(step(matrix, 1).next()).isEqualTo(Next.UNKNOWN);
  }

  @Test
  void anEmptyGroupWithoutApprovalDoesNotHideTheSoakTime() {
    UpdateMatrix matrix =
        matrix(
            server(
                approved("Pilot", 0, Duration.ofDays(1)), group("Pilot", 0, 0, 0), old("Broad")));
    assertThat(step(matrix, 0).next()).isEqualTo(Next.SOAKS);
  }

  @Test
  void aFailureIsNotGreen() {
    assertThat(states(matrix(server(approved("Pilot", 1, Duration.ofDays(1))))))
        .containsExactly(State.FAILED, State.NOT_APPLICABLE);
  }

  @Test
  void aNeededUpdateWithoutApprovalIsNotApproved() {
    assertThat(states(matrix(server(group("Pilot", 0, 3, 0), group("Broad", 0, 0, 0)))))
        .containsExactly(State.NOT_APPROVED, State.NOT_APPLICABLE);
  }

  @Test
  void aServerThatDoesNotAnswerIsNeitherGreenNorZero() {
    Optional<Instant> since = Optional.of(NOW.minus(Duration.ofDays(2)));
    UpdateMatrix matrix = matrix(server(approved("Pilot", 0, Duration.ofDays(1))), silent(since));
    UpdateCell cell = matrix.families().getFirst().cells().getFirst();
    assertThat(cell.state()).isEqualTo(State.NO_ANSWER);
    assertThat(cell.version()).isEmpty();
    assertThat(cell.hasCounts()).isFalse();
    assertThat(cell.unanswered()).containsExactly(new Silence("wsus02:8531", since));
    assertThat(step(matrix, 0).next()).isEqualTo(Next.UNKNOWN);
  }

  @Test
  void aHeldVersionIsHeldAndSaysWhy() {
    held = List.of(new HeldVersion(SensorVersion.parse(CURRENT).orElseThrow(), "INC0042"));
    UpdateMatrix matrix = matrix(server(old("Pilot"), group("Broad", 0, 2, 0)));
    assertThat(states(matrix)).containsExactly(State.HELD, State.HELD);
    assertThat(matrix.families().getFirst().held()).contains("INC0042");
    assertThat(step(matrix, 0).next()).isEqualTo(Next.HELD);
  }

  @Test
  void aFamilyThatNoReleaseNamesIsNotDeployed() {
    OnServer server =
        new OnServer(
            "wsus01:8531",
            "wsus",
            Optional.of("10.0.20348"),
            Optional.empty(),
            false,
            Optional.of(NOW),
            Optional.of(NOW),
            List.of(
                new Line(
                    "Windows Server 2019",
                    "Beta Channel",
                    Optional.of(CURRENT),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(group("Pilot", 0, 3, 0)))),
            List.of(),
            List.of(),
            List.of());
    assertThat(states(matrix(server))).containsExactly(State.NOT_DEPLOYED, State.NOT_DEPLOYED);
  }

  @Test
  void withoutRingsEachGroupIsAColumn() {
    UpdateMatrix matrix =
        UpdateMatrix.of(
            WsusSection.NONE,
            new UpdatesSeen(NOW, List.of(server(group("B", 0, 1, 0), group("A", 0, 1, 0)))),
            NOW);
    assertThat(matrix.rings()).extracting(UpdateRing::ring).containsExactly("A", "B");
  }

  @Test
  void aVersionSoaksBeforeTheNextRingGetsIt() {
    UpdateMatrix matrix = matrix(server(approved("Pilot", 0, Duration.ofDays(1)), old("Broad")));
    Instant end = NOW.plus(Duration.ofDays(1));
    assertThat(step(matrix, 0).next()).isEqualTo(Next.SOAKS);
    assertThat(step(matrix, 0).soaksUntil()).contains(end);
    assertThat(step(matrix, 1).next()).isEqualTo(Next.WAITS);
    assertThat(step(matrix, 1).follows()).contains(CURRENT);
    assertThat(step(matrix, 1).earliest()).contains(end);
  }

  @Test
  void afterItsSoakTimeAVersionIsDueInTheNextRing() {
    UpdateMatrix matrix = matrix(server(approved("Pilot", 0, Duration.ofDays(3)), old("Broad")));
    assertThat(step(matrix, 0).next()).isEqualTo(Next.SOAKED);
    assertThat(step(matrix, 1).next()).isEqualTo(Next.DUE);
    assertThat(step(matrix, 1).earliest()).isEmpty();
  }

  @Test
  void whatTheRingBeforeDoesNotHaveIsDueAtNoKnownTime() {
    UpdateMatrix matrix = matrix(server(old("Pilot"), old("Broad")));
    assertThat(step(matrix, 0).next()).isEqualTo(Next.DUE);
    assertThat(step(matrix, 1).next()).isEqualTo(Next.WAITS);
    assertThat(step(matrix, 1).earliest()).isEmpty();
  }

  @Test
  void aServerKeepsTheTimeOfItsLastAnswer() {
    Instant yesterday = NOW.minus(Duration.ofDays(1));
    UpdatesSeen first = new UpdatesSeen(yesterday, List.of(server()));
    OnServer gone =
        new OnServer(
            "wsus01:8531",
            "wsus",
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    UpdatesSeen second = new UpdatesSeen(NOW, List.of(gone)).after(first);
    assertThat(second.servers())
        .extracting(OnServer::answered)
        .containsExactly(Optional.of(yesterday));
    assertThat(new UpdatesSeen(NOW.plusSeconds(9), List.of(gone)).after(second).servers())
        .extracting(OnServer::answered)
        .containsExactly(Optional.of(yesterday));
  }

  @Test
  void theAuthorOfAnApprovalIsNamedWithTheManifestInsteadOfItsMark() {
    assertThat(UpdatesPage.author("svc-wsus [garrison:1:contoso-prod]"))
        .isEqualTo("svc-wsus (manifest contoso-prod)");
    assertThat(UpdatesPage.author("CONTOSO\\ann")).isEqualTo("CONTOSO\\ann");
  }
}
