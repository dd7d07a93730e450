package dev.garrison.wsus.decline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.updateserver.FailureKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is seen of a decline, and what should happen to it. */
final class SensorDeclineResourceTest {
  private static final String FOR_GOOD =
      "Garrison can't undo a decline: if the update is needed after all, approve the update in the console.";
  private static final Wanted<SensorDecline> WANTED =
      Wanted.present(Superseded.address(), Superseded.decline());
  private static final SensorDecline OPEN =
      new SensorDecline("wsus01:8531", Superseded.OLD.updateId(), false);

  private final Superseded at = new Superseded();

  private Observation<SensorDecline> seen(Wanted<SensorDecline> wanted) {
    return at.resource()
        .observe(List.of(wanted), new Resolved(), Scope.WANTED)
        .of(wanted.address());
  }

  private static Observation<SensorDecline> found(boolean isDeclined) {
    return new Observation.Found<>(
        new SensorDecline("wsus01:8531", Superseded.OLD.updateId(), isDeclined),
        new Owner.Ours(),
        "00000000-0000-0001-0000-000000000001",
        "");
  }

  @Test
  void whetherItIsDeclinedIsReadAnew() {
    at.read();
    assertThat(seen(WANTED)).isEqualTo(found(false));

    at.fake.with(Superseded.OLD.declined(true));
    assertThat(seen(WANTED)).isEqualTo(found(true));
  }

  @Test
  void anUpdateThatTheServerDoesNotHaveIsMissing() {
    assertThat(seen(WANTED)).isEqualTo(new Observation.Missing<>());
    at.read();
    at.fake.has().remove(Superseded.OLD.id());
    assertThat(seen(WANTED)).isEqualTo(new Observation.Missing<>());
  }

  @Test
  void whatIsNotWantedIsNotLookedAt() {
    at.read();
    int asked = at.fake.calls().all().size();

    assertThat(seen(new Wanted<>(Superseded.address(), new Desired.Absent<>("not any more"))))
        .isEqualTo(new Observation.Missing<>());
    assertThat(at.fake.calls().all()).hasSize(asked);
  }

  @Test
  void aServerThatIsNotNamedIsUnreadable() {
    assertThat(
            seen(
                Wanted.present(
                    Superseded.address(),
                    new SensorDecline("wsus09:8531", Superseded.OLD.updateId(), true))))
        .isEqualTo(
            new Observation.Unreadable<>("The manifest no longer names the server of the update."));
  }

  @Test
  void aServerThatIsStoppedIsUnreadable() {
    at.read();
    at.pool()
        .stop(
            Superseded.NAMED,
            Diagnostic.error(WsusCode.READ_BACK_OTHER, "It kept another.", "Look."));

    assertThat(seen(WANTED))
        .isEqualTo(
            new Observation.Unreadable<>(
                "No more changes are made on this server. It kept another."));
  }

  @Test
  void aServerThatFailsIsUnreadable() {
    at.read();
    at.fake.calls().fail("revision", FailureKind.TIMEOUT, "slow");

    assertThat(seen(WANTED))
        .isEqualTo(
            new Observation.Unreadable<>(
                "WSUS server wsus01:8531 didn't answer in time: a call (slow)."));
  }

  private Proposal propose(Observation<SensorDecline> seen) {
    return at.resource().propose(WANTED, seen);
  }

  @Test
  void itIsDeclinedOnceAndForGood() {
    assertThat(propose(found(true)))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "already declined"));
    assertThat(propose(new Observation.Missing<>()))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "no longer exists"));
    assertThat(propose(found(false)))
        .isInstanceOfSatisfying(
            Proposal.Proposed.class,
            proposed -> {
              assertThat(proposed.action()).isEqualTo(Action.UPDATE);
              assertThat(proposed.summary()).isEqualTo("no computer needs the update anymore");
              assertThat(proposed.notes()).containsExactly(FOR_GOOD);
            });
  }

  @Test
  void nothingIsWrittenToAServerThatIsNotNamed() {
    SensorDecline elsewhere = new SensorDecline("wsus09:8531", Superseded.OLD.updateId(), true);

    assertThatIllegalStateException()
        .isThrownBy(() ->
            at.resource()
                .carryOut(
                    new Change<>(
                        Action.UPDATE,
                        Wanted.present(Superseded.address(), elsewhere),
                        new Observation.Missing<>()),
                    new Resolved(),
                    Progress.silent()))
        .withMessage(elsewhere + " is on no server");
  }

  @Test
  void itIsAKindOfItsOwn() {
    assertThat(at.resource().kind().name()).isEqualTo("decline");
    assertThat(at.resource().kind().form().stateClass()).isEqualTo(SensorDecline.class);
    assertThat(at.resource().references(OPEN)).isEmpty();
    assertThat(at.resource().kind().rollback().changed()).isEqualTo(FOR_GOOD);
    at.read();
    assertThat(
            SensorDecline.of(
                "wsus01:8531",
                at.stocks
                    .of(Superseded.NAMED)
                    .flatMap(stock -> stock.sensor(Superseded.OLD.updateId()))
                    .orElseThrow()))
        .isEqualTo(Superseded.decline());
    assertThat(
            SensorDecline.address(
                "wsus01:8531",
                at.stocks
                    .of(Superseded.NAMED)
                    .flatMap(stock -> stock.sensor(Superseded.OLD.updateId()))
                    .orElseThrow()))
        .isEqualTo(Superseded.address());
  }
}
