package dev.garrison.wsus.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of the approvals on a server. */
final class ApprovalReadingTest {
  private final Situation at = new Situation();

  private Observation<SensorApproval> pilot() {
    return at.reading.read(at.named).of(at.address(FakeMemory.PILOT));
  }

  private Observation.Found<SensorApproval> found() {
    return (Observation.Found<SensorApproval>) pilot();
  }

  @Test
  void anApprovalIsFoundWithItsKeyAndItsOwner() {
    Approval ours = at.approved(FakeMemory.PILOT, Approval.INSTALL, Situation.OUR_NAME);
    at.read();

    assertThat(pilot())
        .isEqualTo(
            new Observation.Found<>(
                at.wanted(Optional.empty()), new Owner.Ours(), ours.id() + "@200", ""));
  }

  @ParameterizedTest
  @CsvSource({"0, install", "1, uninstall", "3, block", "9, unknown(9)"})
  void everyDecisionIsFound(int action, String word) {
    at.approved(FakeMemory.PILOT, action, "LAB\\kim");
    at.read();

    assertThat(found().state().action()).isEqualTo(word);
    assertThat(found().owner()).isEqualTo(new Owner.Nobody());
  }

  @ParameterizedTest
  @CsvSource({"2", "4", "5"})
  void whatTheServerDoesByItselfIsNoDecision(int action) {
    at.approved(FakeMemory.PILOT, action, "WUS Server");
    at.read();

    assertThat(pilot()).isEqualTo(new Observation.Missing<>());
  }

  @Test
  void anOptionalInstallationSaysSo() {
    at.approved(Situation.UPDATE.id(), FakeMemory.PILOT, 0, "LAB\\kim", false);
    at.read();

    assertThat(found().unmodelled()).isEqualTo("offered as optional");
  }

  @Test
  void theApprovalOfTheLatestRevisionStandsForThoseOfEarlierOnes() {
    at.approved(FakeMemory.PILOT, Approval.INSTALL, "latest");
    at.approved(
        new UpdateIdentity(Situation.UPDATE.updateId(), 100), FakeMemory.PILOT, 0, "first", true);
    at.read();

    assertThat(found().state().approvedBy()).isEqualTo("latest");
    assertThat(found().state().ofLatestRevision()).isTrue();
  }

  @Test
  void anApprovalOfAnEarlierRevisionIsKnownForOne() {
    at.approved(
        new UpdateIdentity(Situation.UPDATE.updateId(), 100), FakeMemory.PILOT, 0, "first", true);
    at.read();

    assertThat(found().state().ofLatestRevision()).isFalse();
  }

  @Test
  void whatIsNotInForceCountsForNothing() {
    at.approved(FakeMemory.PILOT, Approval.INSTALL, Situation.OUR_NAME);
    at.fake.has().change(Situation.UPDATE.updateId(), UpdateOnServer::expired);
    at.read();

    assertThat(pilot()).isEqualTo(new Observation.Missing<>());
  }

  @Test
  void anApprovalForAGroupThatIsNotKnownCountsForNothing() {
    at.approved(FakeMemory.PILOT, Approval.INSTALL, Situation.OUR_NAME);
    at.fake.has().groups.remove(FakeMemory.PILOT);
    at.read();

    assertThat(pilot()).isEqualTo(new Observation.Missing<>());
  }

  @Test
  void whereTheServerKnowsNoProductNothingIsApprovedAndNothingIsAsked() {
    at.read();
    Address address = at.address(FakeMemory.PILOT);
    at.fake.has().categories.clear();
    at.read();
    int asked = at.fake.calls().all().size();

    assertThat(at.reading.read(at.named).of(address)).isEqualTo(new Observation.Missing<>());
    assertThat(at.fake.calls().all()).hasSize(asked);
  }

  @Test
  void aServerThatIsStoppedIsUnreadable() {
    at.read();
    at.pool.stop(at.named, Diagnostic.error(WsusCode.READ_BACK_OTHER, "It kept another.", "Look."));

    assertThat(pilot())
        .isEqualTo(
            new Observation.Unreadable<>(
                "No more changes are made on this server. It kept another."));
  }

  @Test
  void aServerThatThePlanDidNotReadIsUnreadable() {
    assertThat(
            at.reading
                .read(at.named)
                .of(new Address(SensorApproval.KIND, "wsus01:8531/agent 1/Pilot")))
        .isEqualTo(
            new Observation.Unreadable<>("The server couldn't be read when the plan was created."));
  }

  @Test
  void aServerThatFailsIsUnreadable() {
    at.read();
    at.fake.calls().fail("approvals", FailureKind.UNAVAILABLE, "down");

    assertThat(pilot())
        .isEqualTo(
            new Observation.Unreadable<>(
                "WSUS server wsus01:8531 can't be reached: a call (down)."));
  }

  @Test
  void anApprovalOfOursThatNobodyWantsIsAStrayOnlyWhereTheManifestDoesNotManageIt() {
    at.approved(FakeMemory.PILOT, Approval.INSTALL, Situation.OUR_NAME);
    at.approved(FakeMemory.PRODUCTION, Approval.INSTALL, Situation.OUR_NAME);
    at.read();

    assertThat(at.reading.read(at.named).strays(Set.of()))
        .containsOnlyKeys(at.address(FakeMemory.PRODUCTION));
    assertThat(at.reading.read(at.named).strays(Set.of(at.address(FakeMemory.PRODUCTION))))
        .isEmpty();
  }

  @Test
  void anApprovalOfAnotherChannelIsAStrayInEveryGroup() {
    UpdateOnServer staged =
        Situation.UPDATE.titled(Situation.UPDATE.title() + " - Current Channel (Staged)");
    at.fake.with(staged);
    at.approved(FakeMemory.PILOT, Approval.INSTALL, Situation.OUR_NAME);
    at.read();

    assertThat(at.reading.read(at.named).strays(Set.of()))
        .containsOnlyKeys(at.address(FakeMemory.PILOT));
  }

  @Test
  void whatOthersApprovedIsNoStray() {
    at.approved(FakeMemory.PRODUCTION, Approval.INSTALL, "LAB\\kim");
    at.read();

    assertThat(at.reading.read(at.named).strays(Set.of())).isEmpty();
  }

  private FakeUpdateServer withOurs(WsusServer named) {
    FakeUpdateServer server = new FakeUpdateServer(named.name()).with(Situation.UPDATE);
    server
        .has()
        .approved(
            Situation.UPDATE.id(),
            FakeMemory.PRODUCTION.id(),
            Optional.empty(),
            Situation.OUR_NAME);
    at.stocks.read(named, server);
    return server;
  }

  @Test
  void serversOfWantedApprovalsAreReadAndForOrphansAllThatAreWrittenTo() {
    WsusServer other = NamedServer.at("wsus02").server();
    WsusServer watched = NamedServer.at("wsus03").neverWritten().server();
    at.approved(FakeMemory.PRODUCTION, Approval.INSTALL, Situation.OUR_NAME);
    at.read();
    Map<WsusServer, FakeUpdateServer> fakes =
        Map.of(at.named, at.fake, other, withOurs(other), watched, withOurs(watched));
    UpdateServerPool pool =
        new UpdateServerPool(
            List.of(at.named, other, watched), server -> Objects.requireNonNull(fakes.get(server)));
    SensorApprovalResource resource =
        new SensorApprovalResource(
            pool,
            new ApprovalReading(pool, at.stocks, Situation.section(), at.ownership),
            at.writing,
            _ -> ApprovalHistory.Past.NOTHING);
    Wanted<SensorApproval> wanted =
        Wanted.present(at.address(FakeMemory.PILOT), at.wanted(Optional.empty()));
    int asked = Objects.requireNonNull(fakes.get(other)).calls().all().size();

    assertThat(resource.observe(List.of(wanted), new Resolved(), Scope.WANTED))
        .isEqualTo(new Observations<>(Map.of(wanted.address(), new Observation.Missing<>())));
    assertThat(Objects.requireNonNull(fakes.get(other)).calls().all()).hasSize(asked);
    assertThat(
            resource.observe(List.of(wanted), new Resolved(), Scope.WANTED_AND_ORPHANS).orphans())
        .containsOnlyKeys(
            at.address(FakeMemory.PRODUCTION),
            SensorApproval.address(other.name(), at.sensor(), FakeMemory.PRODUCTION));
    assertThat(Objects.requireNonNull(fakes.get(watched)).calls().all()).hasSize(asked);
  }

  @Test
  void anApprovalOnAServerThatIsNotNamedIsMissing() {
    at.read();
    Address elsewhere = new Address(SensorApproval.KIND, "wsus09:8531/agent/Pilot");
    Wanted<SensorApproval> wanted = Wanted.present(elsewhere, at.wanted(Optional.empty()));

    assertThat(at.resource.observe(List.of(wanted), new Resolved(), Scope.WANTED).of(elsewhere))
        .isEqualTo(new Observation.Missing<>());
  }
}
