package dev.garrison.wsus.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.updateserver.FakeMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before an approval and its removal, and what is looked at after. */
final class ApprovalWritingTest {
  private static final Instant IN_AN_HOUR = FakeMemory.START.plus(Duration.ofHours(1));
  private static final Optional<Instant> DEADLINE =
      Optional.of(FakeMemory.START.plus(Duration.ofDays(3)));
  private static final String STOP =
      " Check the update in the WSUS console. Garrison makes no more changes on that server in this run. [READ_BACK_OTHER GAR-0948]";

  private final Situation at = new Situation();

  private void refused(SensorApproval wanted, String message) {
    assertThatThrownBy(() -> at.writing.approve(at.named, wanted)).hasMessage(message);
    assertThat(at.fake.calls().writes()).isEmpty();
  }

  private void change(UnaryOperator<UpdateOnServer> change) {
    at.fake.has().change(Situation.UPDATE.updateId(), change);
  }

  private static String notAsPlanned(String how) {
    return "%s Create a new plan. The update changed after the plan was created. No changes were made. [UPDATE_NOT_AS_PLANNED GAR-0992]"
        .formatted(how);
  }

  @Test
  void whatIsAsPlannedIsApprovedForTheGroupByTheDeadlineInOurName() {
    at.read();

    assertThat(at.writing.approve(at.named, at.wanted(DEADLINE))).isEqualTo(new Outcome.Done());
    assertThat(at.fake.calls().writes())
        .containsExactly(
            "approve 00000000-0000-0001-0000-000000000001/200 00000000-0000-0002-0000-000000000001 2026-11-27T21:00:00Z CONTOSO\\garrison [garrison:1:small]");
    assertThat(at.pool.stopped(at.named)).isEmpty();
  }

  @Test
  void withoutADeadlineNoneIsSent() {
    at.read();

    assertThat(at.writing.approve(at.named, at.wanted(Optional.empty())))
        .isEqualTo(new Outcome.Done());
    assertThat(at.fake.has().approvals.getFirst().deadline()).isEmpty();
  }

  @Test
  void theGateStandsBeforeAnApproval() {
    at.read();
    at.fake.has().configuration =
        new ServerConfiguration(FakeMemory.SERVER_ID, true, "", true, true, false, true, 8530);

    refused(
        at.wanted(DEADLINE),
        "WSUS server wsus01:8531 is a replica. Create a new plan. No changes were made. [WRITES_NOT_ALLOWED GAR-0991]");
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400, 0, 3599})
  void aDeadlineWithinTheHourIsRefused(long seconds) {
    at.read();
    Instant deadline = FakeMemory.START.plusSeconds(seconds);

    refused(
        at.wanted(Optional.of(deadline)),
        "The deadline %s of the approval has passed or is less than an hour away, so computers would install the update immediately. Create a new plan. No changes were made. [DEADLINE_TOO_NEAR GAR-0993]"
            .formatted(deadline));
  }

  @Test
  void aDeadlineOfExactlyOneHourIsTaken() {
    at.read();

    assertThat(at.writing.approve(at.named, at.wanted(Optional.of(IN_AN_HOUR))))
        .isEqualTo(new Outcome.Done());
  }

  @Test
  void theServersClockDecidesHowNearADeadlineIs() {
    at.read();
    at.fake.runAhead(Duration.ofMinutes(2));

    refused(
        at.wanted(Optional.of(IN_AN_HOUR.plusSeconds(119))),
        "The deadline 2026-11-24T22:01:59Z of the approval has passed or is less than an hour away, so computers would install the update immediately. Create a new plan. No changes were made. [DEADLINE_TOO_NEAR GAR-0993]");
  }

  @Test
  void anUpdateThatTheServerHasNoMoreIsNotApproved() {
    at.read();
    SensorApproval wanted = at.wanted(DEADLINE);
    at.fake.has().remove(Situation.UPDATE.id());

    refused(wanted, notAsPlanned("The update no longer exists on WSUS server wsus01:8531."));
  }

  @Test
  void anUpdateThatTheLastReadDidNotShowIsNotApproved() {
    at.read();
    SensorApproval wanted = at.wanted(DEADLINE);
    at.fake.has().remove(Situation.UPDATE.id());
    at.read();
    at.fake.with(Situation.UPDATE);

    refused(wanted, notAsPlanned("The update no longer exists on WSUS server wsus01:8531."));
  }

  @Test
  void aServerThatWasNeverReadIsNotApprovedOn() {
    at.read();
    SensorApproval wanted = at.wanted(DEADLINE);
    Situation unread = new Situation();

    assertThatThrownBy(() -> unread.writing.approve(unread.named, wanted))
        .hasMessage(notAsPlanned("The update no longer exists on WSUS server wsus01:8531."));
  }

  @Test
  void anUpdateWithAnotherTitleIsNotApproved() {
    at.read();
    change(update -> update.titled("Something else"));

    refused(
        at.wanted(DEADLINE),
        notAsPlanned(
            "The title of the update on WSUS server wsus01:8531 is now \"Something else\"."));
  }

  @Test
  void anUpdateThatItsPublisherWithdrewIsNotApproved() {
    at.read();
    change(UpdateOnServer::expired);

    refused(
        at.wanted(DEADLINE),
        notAsPlanned("The publisher has withdrawn the update on WSUS server wsus01:8531."));
  }

  @Test
  void anUpdateThatSomebodyDeclinedIsNotApproved() {
    at.read();
    change(update -> update.declined(true));

    refused(
        at.wanted(DEADLINE),
        notAsPlanned(
            "The update on WSUS server wsus01:8531 is declined. An approval would revert that."));
  }

  @Test
  void anUpdateWithALaterRevisionIsNotApproved() {
    at.read();
    change(UpdateOnServer::earlier);

    refused(
        at.wanted(DEADLINE),
        notAsPlanned("The update on WSUS server wsus01:8531 has a later revision."));
  }

  @Test
  void whatTheServerRefusesIsRefused() {
    at.read();
    change(update -> update.licensed(Optional.of(new UUID(5, 5))));

    assertThatThrownBy(() -> at.writing.approve(at.named, at.wanted(DEADLINE)))
        .hasMessage(
            "WSUS server wsus01:8531 requires license terms to be accepted first: a call (This Update has Microsoft Software License Terms that must be accepted before it can be deployed.). Accept the license terms in the WSUS console. Garrison doesn't accept them for you. [LICENSE GAR-0912]");
    assertThat(at.pool.stopped(at.named)).isEmpty();
  }

  private static Approval like(
      Approval own, UpdateIdentity update, UUID group, int action, String admin) {
    return new Approval(
        own.id(), update, group, action, own.time(), own.deadline(), admin, own.isAssigned());
  }

  private static Approval like(Approval own, Optional<Instant> deadline, boolean isAssigned) {
    return new Approval(
        own.id(),
        own.update(),
        own.group(),
        own.action(),
        own.time(),
        deadline,
        own.admin(),
        isAssigned);
  }

  private static Arguments row(String what, UnaryOperator<Approval> other) {
    return Arguments.of(what, other);
  }

  /** All that can be otherwise, one at a time; the last two only where the row is found at all. */
  static Stream<Arguments> others() {
    return Stream.of(
        row(
            "another update: 00000000-0000-0001-0000-000000000001/199",
            own ->
                like(
                    own,
                    new UpdateIdentity(own.update().updateId(), 199),
                    own.group(),
                    own.action(),
                    own.admin())),
        row(
            "another group: 00000000-0000-0002-0000-000000000002",
            own -> like(own, own.update(), FakeMemory.PRODUCTION.id(), own.action(), own.admin())),
        row(
            "the action \"uninstall\"",
            own -> like(own, own.update(), own.group(), 1, own.admin())),
        row(
            "the action \"unknown(9)\"",
            own -> like(own, own.update(), own.group(), 9, own.admin())),
        row("an optional installation", own -> like(own, own.deadline(), false)),
        row(
            "another approver: WUS Server",
            own -> like(own, own.update(), own.group(), own.action(), "WUS Server")),
        row("no deadline", own -> like(own, Optional.empty(), true)),
        row(
            "the deadline 2026-11-27T21:00:01Z",
            own -> like(own, own.deadline().map(time -> time.plusSeconds(1)), true)));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anAnswerOfSomethingElseStopsTheServer(String what, UnaryOperator<Approval> other) {
    at.read();
    at.fake.has().answered = other;

    stopped(
        "WSUS server wsus01:8531 accepted the approval for group 00000000-0000-0002-0000-000000000001, but answered with "
            + what
            + ".");
  }

  @ParameterizedTest
  @MethodSource("others")
  void aServerThatKeptSomethingElseIsStopped(String what, UnaryOperator<Approval> other) {
    at.read();
    at.fake.has().kept = other;
    boolean isElsewhere = what.startsWith("another update") || what.startsWith("another group");

    stopped(
        "WSUS server wsus01:8531 accepted the approval for group 00000000-0000-0002-0000-000000000001, but shows "
            + (isElsewhere ? "no approval" : what)
            + ".");
  }

  private void stopped(String problem) {
    assertThatThrownBy(() -> at.writing.approve(at.named, at.wanted(DEADLINE)))
        .hasMessage(problem + STOP);
    assertThat(at.pool.stopped(at.named).orElseThrow().problem()).isEqualTo(problem);
  }

  @Test
  void aServerThatKeptNothingIsStopped() {
    at.read();
    at.fake.has().ignored.add("approve");

    stopped(
        "WSUS server wsus01:8531 accepted the approval for group 00000000-0000-0002-0000-000000000001, but shows no approval.");
  }

  @Test
  void anApprovalOfTheServersOwnDoesNotCountForOurs() {
    at.read();
    at.fake.has().kept = own -> like(own, own.update(), own.group(), 2, own.admin());

    stopped(
        "WSUS server wsus01:8531 accepted the approval for group 00000000-0000-0002-0000-000000000001, but shows no approval.");
  }

  private Observation.Found<SensorApproval> found(Approval approval) {
    return new Observation.Found<>(
        at.wanted(Optional.empty()), new Owner.Ours(), ApprovalKey.of(approval).toString(), "");
  }

  @Test
  void anApprovalIsTakenBackByItsKeyInOurName() {
    at.read();
    Approval ours = at.approved(FakeMemory.PILOT, Approval.INSTALL, Situation.OUR_NAME);
    Approval others = at.approved(FakeMemory.PRODUCTION, Approval.INSTALL, "LAB\\kim");

    assertThat(at.writing.takeBack(at.named, found(ours))).isEqualTo(new Outcome.Done());
    assertThat(at.fake.has().approvals).isEqualTo(List.of(others));
    assertThat(at.fake.calls().writes())
        .containsExactly("removeApproval " + ours.id() + " " + Situation.OUR_NAME);
  }

  @Test
  void theGateStandsBeforeARemoval() {
    at.read();
    Approval ours = at.approved(FakeMemory.PILOT, Approval.INSTALL, Situation.OUR_NAME);
    at.fake.runAhead(Duration.ofMinutes(10));

    assertThatThrownBy(() -> at.writing.takeBack(at.named, found(ours)))
        .hasMessageStartingWith("The clock of wsus01:8531 showed 2026-11-24T21:10:00Z");
    assertThat(at.fake.calls().writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200", "100"})
  void aServerThatStillShowsWhatItRemovedIsStopped(int revision) {
    at.read();
    Approval ours =
        at.approved(
            new UpdateIdentity(Situation.UPDATE.updateId(), revision),
            FakeMemory.PILOT,
            Approval.INSTALL,
            Situation.OUR_NAME,
            true);
    at.fake.has().ignored.add("removeApproval");

    assertThatThrownBy(() -> at.writing.takeBack(at.named, found(ours)))
        .hasMessage(
            "WSUS server wsus01:8531 accepted the removal of the approval for group 00000000-0000-0002-0000-000000000001, but still shows the approval."
                + STOP);
    assertThat(at.pool.stopped(at.named)).isPresent();
  }
}
