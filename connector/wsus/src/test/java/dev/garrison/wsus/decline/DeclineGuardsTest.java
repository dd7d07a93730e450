package dev.garrison.wsus.decline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands before a decline, which Garrison cannot take back, and what is looked at after. */
final class DeclineGuardsTest {
  private static final WsusServer REPLICA = NamedServer.at("wsus02").neverWritten().server();

  private final Superseded at = new Superseded();
  private final FakeUpdateServer replica = Superseded.with(new FakeUpdateServer("wsus02:8531"));

  private Outcome decline() {
    return at.resource()
        .carryOut(
            new Change<>(
                Action.UPDATE,
                Wanted.present(Superseded.address(), Superseded.decline()),
                new Observation.Found<>(
                    new SensorDecline("wsus01:8531", Superseded.OLD.updateId(), false),
                    new Owner.Ours(),
                    "",
                    "")),
            new Resolved(),
            Progress.silent());
  }

  private void kept(String why) {
    refused(
        "The update on WSUS server wsus01:8531 wasn't declined: %s. Create a new plan. The situation changed after the plan was created. [STILL_NEEDED GAR-0995]"
            .formatted(why));
  }

  private void refused(String message) {
    assertThatThrownBy(this::decline).hasMessage(message);
    assertThat(at.fake.calls().writes()).isEmpty();
  }

  private void replica() {
    replica.has().configuration =
        new ServerConfiguration(FakeMemory.SERVER_ID, false, "wsus01", true, true, false, true, 1);
    at.also(REPLICA, replica);
  }

  @Test
  void whatNobodyNeedsIsDeclinedInOurName() {
    assertThat(decline()).isEqualTo(new Outcome.Done());
    assertThat(at.fake.calls().writes())
        .containsExactly(
            "decline 00000000-0000-0001-0000-000000000001 CONTOSO\\garrison [garrison:1:small]");
    assertThat(at.fake.has().find(Superseded.OLD.id()).orElseThrow().declined()).isTrue();
    assertThat(at.fake.has().find(Superseded.NEW.id()).orElseThrow().declined()).isFalse();
  }

  @Test
  void theGateStandsBeforeADecline() {
    at.fake.has().configuration =
        new ServerConfiguration(FakeMemory.SERVER_ID, true, "", false, false, false, true, 8530);

    refused(
        "WSUS server wsus01:8531 isn't set up. Create a new plan. No changes were made. [WRITES_NOT_ALLOWED GAR-0991]");
  }

  @Test
  void nothingIsDeclinedWhileTheServerSynchronises() {
    at.fake.has().syncState = SyncState.WORKING;

    refused(
        "WSUS server wsus01:8531 is synchronizing. Run the command again when the synchronization has ended. No changes were made. [SERVER_SYNCHRONISING GAR-0994]");
  }

  @Test
  void whatChangedSinceThePlanIsSeen() {
    at.read();
    at.fake.with(UpdateOnServer.sensor(1, "1"));

    kept("the update is no longer superseded, or is already declined");
  }

  @Test
  void whatIsNotSupersededAnyMoreIsKept() {
    at.fake.with(UpdateOnServer.sensor(1, "1"));

    kept("the update is no longer superseded, or is already declined");
  }

  @Test
  void whatIsDeclinedAlreadyIsNotDeclinedAgain() {
    at.fake.with(Superseded.OLD.declined(true));

    kept("the update is no longer superseded, or is already declined");
  }

  @Test
  void whatHasALaterRevisionIsKept() {
    at.fake.with(Superseded.OLD.earlier(), Superseded.NEW);

    kept("the update is no longer superseded, or is already declined");
  }

  @Test
  void whatAnApprovalRuleMayApproveAgainIsKept() {
    at.fake
        .has()
        .rules
        .add(new ApprovalRule(1, "Everything", true, List.of(), List.of(), List.of("Pilot")));

    kept("the rule \"Everything\" may approve the update again");
  }

  @Test
  void whatAComputerCouldStillInstallIsKept() {
    Superseded.computer(at.fake, "computer2", 2, 1);

    kept("10.8735.26020.2 supersedes it, but is not applicable to computer2, to which this one is");
  }

  @Test
  void whatIsSupersededForLessThanTheGraceIsKept() {
    at.fake.has().now = FakeMemory.START.plus(Duration.ofDays(29));
    at.fake.with(Superseded.NEW.since(FakeMemory.START, Optional.empty(), false));

    kept(
        "10.8735.26020.2 supersedes it, but is there for all groups only since 2026-11-24T21:00:00Z");
  }

  @Test
  void theServersClockDecidesHowLongItsSuccessorIsThere() {
    at.fake.has().now = FakeMemory.START.plus(Duration.ofDays(30)).minusSeconds(60);
    at.fake.with(Superseded.NEW.since(FakeMemory.START, Optional.empty(), false));
    at.fake.runAhead(Duration.ofSeconds(60));

    assertThat(decline()).isEqualTo(new Outcome.Done());
  }

  @Test
  void whatAComputerOfAReplicaNeedsIsKept() {
    replica();
    Superseded.computer(replica, "computer9", 2, 1);

    kept(
        "its replica wsus02:8531 reports: 10.8735.26020.2 supersedes it, but is not applicable to computer9, to which this one is");
  }

  @Test
  void whatARuleOnAReplicaMayApproveIsKept() {
    replica();
    replica
        .has()
        .rules
        .add(new ApprovalRule(1, "Everything", true, List.of(), List.of(), List.of("Pilot")));

    kept("its replica wsus02:8531 reports: the rule \"Everything\" may approve the update again");
  }

  @Test
  void whatAReplicaOffersUnsupersededIsKept() {
    replica();
    replica.with(UpdateOnServer.sensor(1, "1"));

    kept("the replica wsus02:8531 hasn't been checked for computers that need the update");
  }

  @Test
  void whileAReplicaCannotBeReadNothingIsDeclined() {
    replica();
    replica.calls().fail("groups", FailureKind.UNAVAILABLE, "down");

    kept("the computers that need the update are unknown while wsus02:8531 can't be read");
  }

  @Test
  void whileAnotherServerAnswersForAReplicaNothingIsDeclined() {
    replica();
    replica.has().configuration =
        new ServerConfiguration(new UUID(8, 8), false, "wsus01", true, true, false, true, 1);

    kept("the computers that need the update are unknown while wsus02:8531 can't be read");
  }

  @Test
  void aReplicaThatAgreesHoldsNothingUp() {
    replica();

    assertThat(decline()).isEqualTo(new Outcome.Done());
    assertThat(replica.calls().writes()).isEmpty();
  }

  @Test
  void aServerThatDecidesItselfIsNotAskedWhatItsComputersNeed() {
    at.also(REPLICA, replica);
    Superseded.computer(replica, "computer9", 2, 1);

    assertThat(decline()).isEqualTo(new Outcome.Done());
    assertThat(replica.calls().all()).containsExactly("configuration");
  }

  @ParameterizedTest
  @EnumSource(value = WsusServer.Owner.class, mode = EnumSource.Mode.EXCLUDE, names = "WSUS")
  void aServerThatSomebodyElseManagesIsNotAsked(WsusServer.Owner owner) {
    at.also(NamedServer.at("wsus02").owner(owner).server(), replica);

    assertThat(decline()).isEqualTo(new Outcome.Done());
    assertThat(replica.calls().all()).isEmpty();
  }

  @Test
  void aServerThatTookTheDeclineAndDoesNotShowItIsStopped() {
    at.fake.has().ignored.add("decline");

    assertThatThrownBy(this::decline)
        .hasMessage(
            "WSUS server wsus01:8531 accepted the decline of update 00000000-0000-0001-0000-000000000001, but doesn't show the update as declined. Check the update in the WSUS console. Garrison makes no more changes on that server in this run. [READ_BACK_OTHER GAR-0948]");
    assertThat(at.pool().stopped(Superseded.NAMED)).isPresent();
  }

  @Test
  void aServerThatHasTheUpdateNoMoreAfterTheDeclineIsStopped() {
    at.fake
        .calls()
        .before(
            "decline",
            () ->
                at.fake
                    .calls()
                    .before("revision", () -> at.fake.has().remove(Superseded.OLD.id())));

    assertThatThrownBy(this::decline)
        .hasMessageStartingWith(
            "WSUS server wsus01:8531 accepted the decline of update 00000000-0000-0001-0000-000000000001, but doesn't show the update as declined.");
  }
}
