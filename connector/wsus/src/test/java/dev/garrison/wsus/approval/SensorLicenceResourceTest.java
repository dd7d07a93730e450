package dev.garrison.wsus.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.AdminName;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.servers.WritePermission;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Licence terms: what is seen of them, and what stands before their acceptance. */
final class SensorLicenceResourceTest {
  private static final String FOR_GOOD =
      "License terms stay accepted: WSUS can't undo the acceptance.";
  private static final UUID TERMS = new UUID(5, 5);
  private static final UpdateOnServer UPDATE =
      UpdateOnServer.sensor(1, "1").licensed(Optional.of(TERMS));
  private static final WsusServer NAMED = NamedServer.at("wsus01").server();

  private final FakeUpdateServer fake = new FakeUpdateServer("wsus01:8531").with(UPDATE);
  private final UpdateServerPool pool = new UpdateServerPool(List.of(NAMED), _ -> fake);
  private final SensorStocks stocks = new SensorStocks();
  private final SensorLicenceResource resource =
      new SensorLicenceResource(
          pool, stocks, new WritePermission(pool), new AdminName(new Mark("small")));

  private static Wanted<SensorLicence> on(String server) {
    return Wanted.present(
        new Address(SensorLicence.KIND, server + "/unified agent 10.8735.26020.1"),
        new SensorLicence(server, UPDATE.updateId(), TERMS, true));
  }

  private Observation<SensorLicence> seen(Wanted<SensorLicence> wanted) {
    return resource.observe(List.of(wanted), new Resolved(), Scope.WANTED).of(wanted.address());
  }

  private static Observation<SensorLicence> found(boolean isAccepted) {
    return new Observation.Found<>(
        new SensorLicence("wsus01:8531", UPDATE.updateId(), TERMS, isAccepted),
        new Owner.Ours(),
        "00000000-0000-0005-0000-000000000005",
        "");
  }

  private Outcome accept(Wanted<SensorLicence> wanted) {
    return resource.carryOut(
        new Change<>(Action.UPDATE, wanted, found(false)), new Resolved(), Progress.silent());
  }

  @Test
  void termsAreAcceptedInOurNameAndSeenToBe() {
    stocks.read(NAMED, fake);
    assertThat(seen(on("wsus01:8531"))).isEqualTo(found(false));

    assertThat(accept(on("wsus01:8531"))).isEqualTo(new Outcome.Done());
    assertThat(fake.calls().writes())
        .containsExactly(
            "acceptLicense 00000000-0000-0005-0000-000000000005 00000000-0000-0001-0000-000000000001/200 CONTOSO\\garrison [garrison:1:small]");
    assertThat(seen(on("wsus01:8531"))).isEqualTo(found(true));
  }

  @Test
  void theGateStandsBeforeAnAcceptance() {
    stocks.read(NAMED, fake);
    fake.has().role = UserRole.REPORTER;

    assertThatThrownBy(() -> accept(on("wsus01:8531")))
        .hasMessage(
            "The account that makes changes on WSUS server wsus01:8531 is a member of WSUS Reporters only. Add the account to the local group WSUS Administrators on that server. [WRITER_IS_NO_ADMINISTRATOR GAR-0990]");
    assertThat(fake.calls().writes()).isEmpty();
  }

  @Test
  void termsOfAnUpdateThatThePlanDidNotReadAreNotAccepted() {
    assertThatThrownBy(() -> accept(on("wsus01:8531"))).isInstanceOf(NoSuchElementException.class);
    assertThat(fake.calls().writes()).isEmpty();
  }

  @Test
  void nothingIsWrittenToAServerThatIsNotNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> accept(on("wsus09:8531")))
        .withMessage(on("wsus09:8531").desired().wantedState().orElseThrow() + " is on no server");
  }

  @Test
  void whatCannotBeSeenIsUnreadable() {
    assertThat(seen(on("wsus09:8531")))
        .isEqualTo(
            new Observation.Unreadable<>("The manifest no longer names the server of the update."));
    assertThat(seen(on("wsus01:8531")))
        .isEqualTo(new Observation.Unreadable<>("The update no longer exists."));

    stocks.read(NAMED, fake);
    fake.calls().fail("revision", FailureKind.UNAVAILABLE, "down");
    assertThat(seen(on("wsus01:8531")))
        .isEqualTo(
            new Observation.Unreadable<>(
                "WSUS server wsus01:8531 can't be reached: a call (down)."));
  }

  @Test
  void whatIsNotWantedIsNotLookedAt() {
    assertThat(
            seen(new Wanted<>(on("wsus01:8531").address(), new Desired.Absent<>("not any more"))))
        .isEqualTo(new Observation.Missing<>());
    assertThat(fake.calls().all()).isEmpty();
  }

  @Test
  void termsAreAcceptedOnceAndForGood() {
    assertThat(resource.propose(on("wsus01:8531"), found(true)))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "already accepted"));
    assertThat(resource.propose(on("wsus01:8531"), found(false)))
        .isInstanceOfSatisfying(
            Proposal.Proposed.class,
            proposed -> {
              assertThat(proposed.action()).isEqualTo(Action.UPDATE);
              assertThat(proposed.summary())
                  .isEqualTo("accept the license terms for all computers");
              assertThat(proposed.notes()).containsExactly(FOR_GOOD);
            });
  }

  @Test
  void itIsAKindOfItsOwn() {
    stocks.read(NAMED, fake);
    SensorLicence state = on("wsus01:8531").desired().wantedState().orElseThrow();

    assertThat(resource.kind().name()).isEqualTo("licence");
    assertThat(resource.kind().form().stateClass()).isEqualTo(SensorLicence.class);
    assertThat(resource.references(state)).isEmpty();
    assertThat(resource.kind().rollback().changed()).isEqualTo(FOR_GOOD);
    assertThat(
            SensorLicence.address(
                "wsus01:8531",
                stocks.of(NAMED).flatMap(stock -> stock.sensor(UPDATE.updateId())).orElseThrow()))
        .isEqualTo(on("wsus01:8531").address());
  }
}
