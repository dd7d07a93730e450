package dev.garrison.recipe.sensor;

import static dev.garrison.recipe.sensor.ServerMade.BROAD;
import static dev.garrison.recipe.sensor.ServerMade.NEW;
import static dev.garrison.recipe.sensor.ServerMade.OLD;
import static dev.garrison.recipe.sensor.ServerMade.PILOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.approvalpolicy.Conflict;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.ring.RingHealth;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.problem.WsusCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A ring is one ring wherever its computers report to. */
final class LineAcrossServersTest {
  private static final Diagnostic WHY =
      Diagnostic.error(WsusCode.BELOW_UNKNOWN, "Nobody knows.", "Look.");
  private static final String PASSED =
      "pilot passed: 10 of 10 servers (100%) installed, soaked since 2026-11-21T12:00:00Z";

  private final ManifestResult read =
      new SensorManifest()
          .server("wsus01", SensorManifest.WRITES)
          .server("wsus02", SensorManifest.WRITES.replace("7c1f8a52", "8c1f8a52"))
          .read();
  private final ServerMade first = new ServerMade(SensorManifest.server(read, 0));
  private final ServerMade second = new ServerMade(SensorManifest.server(read, 1));

  private List<String> decided() {
    return LinesTold.of(read, first, second);
  }

  private static ServerMade soaked(ServerMade server) {
    return server.has(NEW).ours(NEW, PILOT, 3).counts(NEW, PILOT, 4, 10);
  }

  @Test
  void theNewestThatAnyServerHasIsTheOne() {
    first.has(OLD);
    second.has(NEW);
    assertThat(decided()).startsWith("10.8800.1.1");
    assertThat(LinesTold.of(read, second, first)).startsWith("10.8800.1.1");
  }

  @Test
  void aRingSoaksFromTheEarliestApprovalAndCountsTheComputersOfAll() {
    first.has(NEW).ours(NEW, PILOT, 1).counts(NEW, PILOT, 4, 6).counts(NEW, PILOT, 2, 4);
    second.has(NEW).ours(NEW, PILOT, 3).counts(NEW, PILOT, 4, 94);
    assertThat(decided())
        .containsExactly(
            "10.8800.1.1",
            "pilot passed: 100 of 104 servers (96%) installed, soaked since 2026-11-21T12:00:00Z",
            "broad open: every earlier ring's gate is met or skipped");
  }

  @Test
  void failuresOnOneServerHaltTheRingOnAll() {
    soaked(first);
    second.has(NEW).ours(NEW, PILOT, 1).counts(NEW, PILOT, 5, 3);
    assertThat(decided())
        .containsExactly(
            "10.8800.1.1",
            "pilot halted: 3 of 13 servers (23%) failed, 10% allowed",
            "broad waiting: waits for ring pilot to meet its gate");
  }

  @Test
  void oneServerMayOpenARingForTheOther() {
    first.has(OLD, NEW).ours(OLD, PILOT, 5);
    second.has(OLD, NEW).ours(OLD, BROAD, 1);
    assertThat(decided()).startsWith("10.8800.1.1");
  }

  @Test
  void aServerOnWhichARingIsUndecidedKeepsItFromBeingFinished() {
    first.has(OLD, NEW).ours(OLD, PILOT, 1);
    first.decided(first.approval(OLD.update().identity(), BROAD, 1, 1));
    second.has(OLD, NEW);
    assertThat(decided())
        .startsWith(
            "unified agent, no channel: 10.8800.1.1 waits until 10.8700.1.1 is in every ring");
  }

  @Test
  void aServerThatDoesNotHaveItOrContradictsItselfDoesNot() {
    first.has(OLD, NEW).ours(OLD, PILOT, 1);
    first.decided(first.approval(OLD.update().identity(), BROAD, 1, 1));
    second.has(NEW);
    assertThat(decided()).startsWith("10.8800.1.1");

    ServerMade other =
        new ServerMade(SensorManifest.server(read, 1))
            .keeps(OLD)
            .chooses(
                new Choice.Disagreement(Conflict.SAME_VERSION_TWICE, List.of(OLD, OLD), List.of()));
    assertThat(LinesTold.of(read, first, other)).startsWith("10.8800.1.1");
  }

  @Test
  void aVersionThatAServerHasTwiceIsAsIfItHadItNot() {
    first.has(OLD, NEW).ours(OLD, PILOT, 1);
    first.decided(first.approval(OLD.update().identity(), BROAD, 1, 1));
    second.keeps(OLD, ServerMade.sensor(11, "10.8700.1.1")).has(NEW);
    assertThat(decided()).startsWith("10.8800.1.1");
  }

  @Test
  void aServerThatCannotBeReadKeepsFurtherRingsClosed() {
    soaked(first);
    UpdateServerFacts unread = new UpdateServerFacts.Unknown(SensorManifest.server(read, 1), WHY);
    assertThat(LinesTold.of(read, List.of(first.facts(), unread)))
        .containsExactly(
            "10.8800.1.1",
            PASSED,
            "broad waiting: wsus02.contoso.example:8531 cannot be read, so the status of its computers is unknown");
  }

  @Test
  void theFirstRingOpensAllTheSame() {
    first.has(NEW);
    UpdateServerFacts unread = new UpdateServerFacts.Unknown(SensorManifest.server(read, 1), WHY);
    assertThat(LinesTold.of(read, List.of(first.facts(), unread)))
        .contains("pilot open: it is the first ring");
  }

  @Test
  void aServerThatIsNotOursToManageAndCannotBeReadKeepsNothingClosed() {
    soaked(first);
    UpdateServerFacts unread =
        new UpdateServerFacts.Unknown(
            owned(SensorManifest.server(read, 1), WsusServer.Owner.MECM), WHY);
    assertThat(LinesTold.of(read, List.of(first.facts(), unread)))
        .contains("broad open: every earlier ring's gate is met or skipped");
  }

  private static WsusServer owned(WsusServer server, WsusServer.Owner owner) {
    return new WsusServer(
        server.url(),
        owner,
        server.serverId(),
        server.access(),
        Optional.empty(),
        server.rings(),
        server.discover());
  }

  @Test
  void aSoftwareUpdatePointNeitherCountsNorIsApprovedOn() {
    soaked(first);
    ServerMade point =
        new ServerMade(owned(SensorManifest.server(read, 1), WsusServer.Owner.MECM))
            .has(NEW)
            .theirs(NEW, PILOT, 1)
            .counts(NEW, PILOT, 5, 90);
    assertThat(LinesTold.of(read, first, point))
        .containsExactly(
            "10.8800.1.1", PASSED, "broad open: every earlier ring's gate is met or skipped");
  }

  @Test
  void aServerOfWhichNobodyKnowsWhoIsBelowKeepsFurtherRingsClosed() {
    soaked(first).hides(WHY);
    assertThat(LinesTold.of(read, first))
        .contains(
            "broad waiting: which servers are below wsus01.contoso.example:8531 is not known, so the status of their computers is unknown");
  }

  @Test
  void computersOfReplicasCount() {
    soaked(first);
    second.replica().has(NEW).theirs(NEW, PILOT, 1).counts(NEW, PILOT, 5, 3);
    assertThat(decided()).contains("pilot halted: 3 of 13 servers (23%) failed, 10% allowed");
  }

  @Test
  void aReplicaThatLagsBehindKeepsTheNextRingClosed() {
    soaked(first);
    second.replica().has(NEW);
    assertThat(decided())
        .containsExactly(
            "10.8800.1.1",
            PASSED,
            "broad waiting: wsus02.contoso.example:8531 has not got what its upstream server approved");
  }

  @Test
  void aReplicaThatGotItOrHasNoGroupOfTheRingDoesNot() {
    soaked(first);
    second.replica().has(NEW).theirs(NEW, PILOT, 1);
    assertThat(decided()).contains("broad open: every earlier ring's gate is met or skipped");

    ServerMade other = new ServerMade(SensorManifest.server(read, 1)).without(PILOT).replica();
    assertThat(LinesTold.of(read, first, other))
        .contains("broad open: every earlier ring's gate is met or skipped");
  }

  @Test
  void aReplicaWaitsForItsTurnWhereItsUpstreamServerHasNotApprovedYet() {
    ManifestResult three =
        new SensorManifest()
            .server("wsus01", SensorManifest.WRITES)
            .server("wsus02", SensorManifest.WRITES.replace("7c1f8a52", "8c1f8a52"))
            .server("wsus03", "serverId: 9c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90")
            .read();
    ServerMade done = soaked(new ServerMade(SensorManifest.server(three, 0)));
    ServerMade behind = new ServerMade(SensorManifest.server(three, 1)).has(NEW);
    ServerMade replica = new ServerMade(SensorManifest.server(three, 2)).replica().has(NEW);
    assertThat(LinesTold.of(three, done, behind, replica))
        .contains("broad open: every earlier ring's gate is met or skipped");
  }

  @Test
  void computersOfASubgroupCountForTheRingOfTheNearestGroupAbove() {
    TargetGroup inside = ServerMade.group(3, "Pilot inside", PILOT.id());
    first
        .groups(inside)
        .has(NEW)
        .ours(NEW, PILOT, 1)
        .counts(NEW, inside, 4, 4)
        .counts(NEW, ServerMade.ALL, 4, 99)
        .counts(NEW, BROAD, 4, 50);
    assertThat(decided())
        .contains(
            "pilot soaking: 4 of 4 servers (100%) installed, soaking until 2026-11-25T12:00:00Z");
  }

  @Test
  void everyStateOfComputersHasItsPlace() {
    first.has(NEW).ours(NEW, PILOT, 1);
    for (int state = 0; state <= 7; state++) {
      first.counts(NEW, PILOT, state, 1 << state);
    }
    OnServer server =
        RingServers.of(SensorManifest.sensorUpdate(read), LinesTold.facts(first), ServerMade.LINE)
            .managed()
            .getFirst();
    // 0 unknown, 1 not applicable, 2 not installed, 3 downloaded, 4 installed, 5 failed, 6 restart
    assertThat(server.health(NEW.version(), 0))
        .isEqualTo(new RingHealth(16 + 64, 32, 4 + 8, 0, 1 + 128));
    assertThat(server.notApplicable(NEW.version(), 0)).isEqualTo(2);
    assertThat(server.notApplicable(NEW.version(), 1)).isZero();
  }

  @Test
  void aReplicaOfTheSiteNeitherCountsNorHides() {
    soaked(first);
    ServerMade point =
        new ServerMade(owned(SensorManifest.server(read, 1), WsusServer.Owner.MECM))
            .replica()
            .hides(WHY)
            .has(NEW)
            .theirs(NEW, PILOT, 1)
            .counts(NEW, PILOT, 5, 90);
    assertThat(LinesTold.of(read, first, point))
        .containsExactly(
            "10.8800.1.1", PASSED, "broad open: every earlier ring's gate is met or skipped");
  }
}
