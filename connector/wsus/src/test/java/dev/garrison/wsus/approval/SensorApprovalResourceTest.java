package dev.garrison.wsus.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.wsus.updateserver.FakeMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an approval that is wanted, or not wanted any more. */
final class SensorApprovalResourceTest {
  private static final Instant DEADLINE = FakeMemory.START.plus(Duration.ofDays(3));

  private final Situation at = new Situation();

  @BeforeEach
  void read() {
    at.read();
  }

  private Wanted<SensorApproval> present() {
    return Wanted.present(at.address(FakeMemory.PILOT), at.wanted(Optional.of(DEADLINE)));
  }

  private Wanted<SensorApproval> absent() {
    return new Wanted<>(at.address(FakeMemory.PILOT), new Desired.Absent<>("the ring is gone"));
  }

  private Observation<SensorApproval> found(
      String action, Optional<Instant> deadline, String approvedBy, Owner owner) {
    return new Observation.Found<>(
        new SensorApproval(
            "wsus01:8531",
            Situation.UPDATE.updateId(),
            FakeMemory.PILOT.id(),
            action,
            deadline,
            approvedBy,
            true),
        owner,
        "00000000-0000-0003-0000-000000000001@200",
        "");
  }

  private Observation<SensorApproval> ours(Optional<Instant> deadline) {
    return found("install", deadline, Situation.OUR_NAME, new Owner.Ours());
  }

  private String proposed(Wanted<SensorApproval> wanted, Observation<SensorApproval> seen) {
    return switch (at.resource.propose(wanted, seen)) {
      case Proposal.Proposed proposed -> proposed.action() + ": " + proposed.summary();
      case Proposal.Refused refused -> "refused: " + refused.diagnostic().code().name();
    };
  }

  @Test
  void whatIsMissingIsApproved() {
    assertThat(proposed(present(), new Observation.Missing<>()))
        .isEqualTo("CREATE: install by 2026-11-27T21:00:00Z");
    assertThat(
            proposed(
                Wanted.present(at.address(FakeMemory.PILOT), at.wanted(Optional.empty())),
                new Observation.Missing<>()))
        .isEqualTo("CREATE: install");
  }

  @ParameterizedTest
  @CsvSource({"0, CREATE", "1, CREATE", "2, WAIT", "3, WAIT"})
  void whatSomebodyTookBackTwiceIsNotApprovedAThirdTime(int approvals, Action action) {
    at.past.put(
        at.address(FakeMemory.PILOT), new ApprovalHistory.Past(approvals, Optional.empty()));

    assertThat(proposed(present(), new Observation.Missing<>()))
        .isEqualTo(
            action == Action.WAIT
                ? "WAIT: the approval was removed twice outside Garrison, so Garrison doesn't approve the update again. Hold the version, or approve the update in the console"
                : "CREATE: install by 2026-11-27T21:00:00Z");
    assertThat(proposed(absent(), new Observation.Missing<>()))
        .isEqualTo("NO_OP: the ring is gone");
  }

  @Test
  void anApprovalOfOursIsKeptChangedOrTakenBack() {
    assertThat(proposed(present(), ours(Optional.of(DEADLINE))))
        .isEqualTo("NO_OP: install by 2026-11-27T21:00:00Z");
    assertThat(proposed(present(), ours(Optional.empty())))
        .isEqualTo("UPDATE: install by 2026-11-27T21:00:00Z");
    assertThat(proposed(absent(), ours(Optional.empty()))).isEqualTo("DELETE: the ring is gone");
  }

  @Test
  void whatOthersApprovedIsLeftAlone() {
    Observation<SensorApproval> others =
        found("install", Optional.empty(), "LAB\\kim", new Owner.Nobody());

    assertThat(proposed(present(), others)).isEqualTo("NO_OP: approved by LAB\\kim");
    assertThat(proposed(absent(), others))
        .isEqualTo("NO_OP: exists, but isn't managed by Garrison; left unchanged");
    assertThat(proposed(present(), found("install", Optional.empty(), " ", new Owner.Nobody())))
        .isEqualTo("NO_OP: approved by an unknown account");
  }

  @ParameterizedTest
  @CsvSource({"block, true", "uninstall, false", "unknown(9), false"})
  void whatSomebodyDecidedOtherwiseIsNotFought(String action, boolean isOurs) {
    Observation<SensorApproval> seen =
        found(action, Optional.empty(), "LAB\\kim", isOurs ? new Owner.Ours() : new Owner.Nobody());

    assertThat(proposed(present(), seen))
        .isEqualTo(
            "WAIT: LAB\\kim set the action \"%s\" for the update, and Garrison doesn't override that"
                .formatted(action));
  }

  private Optional<Blockage> blocked(Observation<SensorApproval> seen) {
    return at.resource.propose(present(), seen) instanceof Proposal.Proposed proposed
        ? proposed.blocked()
        : Optional.empty();
  }

  @Test
  void whatSomebodyDecidedIsBlockedWithTheRemedy() {
    String approval = at.address(FakeMemory.PILOT).name();
    assertThat(blocked(found("block", Optional.empty(), "LAB\\kim", new Owner.Nobody())))
        .contains(
            new Blockage(
                "LAB\\kim set the action \"block\" for " + approval,
                "Approve the update in the console, or hold the version in the manifest."));
    at.past.put(at.address(FakeMemory.PILOT), new ApprovalHistory.Past(2, Optional.empty()));
    assertThat(blocked(new Observation.Missing<>()))
        .contains(
            new Blockage(
                "the approval " + approval + " was removed twice outside Garrison",
                "Hold the version in the manifest, or approve the update in the console."));
  }

  @Test
  void whatCannotBeReadIsBlockedOnlyWhereAPersonIsNeeded() {
    assertThat(blocked(new Observation.Unreadable<>("it is down"))).isEmpty();
    Blockage cause = new Blockage("its clock is wrong", "Correct it.");
    assertThat(blocked(new Observation.Unreadable<>("clock", Optional.of(cause)))).contains(cause);
  }

  @Test
  void nothingIsDoneWithWhatCannotBeRead() {
    assertThat(proposed(present(), new Observation.Unreadable<>("it is down")))
        .isEqualTo("WAIT: it is down");
    assertThat(proposed(present(), new Observation.Ambiguous<>(List.of("a", "b"))))
        .isEqualTo("refused: OBJECT_AMBIGUOUS");
  }

  private Outcome carryOut(
      Action action, Wanted<SensorApproval> wanted, Observation<SensorApproval> seen) {
    return at.resource.carryOut(
        new Change<>(action, wanted, seen), new Resolved(), Progress.silent());
  }

  @ParameterizedTest
  @CsvSource({"CREATE", "UPDATE", "REPLACE"})
  void anApprovalIsMadeAndSeen(Action action) {
    assertThat(carryOut(action, present(), new Observation.Missing<>()))
        .isEqualTo(new Outcome.Done());
    assertThat(proposed(present(), observed())).startsWith("NO_OP");
  }

  @Test
  void anApprovalIsTakenBackAndGone() {
    carryOut(Action.CREATE, present(), new Observation.Missing<>());

    assertThat(carryOut(Action.DELETE, absent(), observed())).isEqualTo(new Outcome.Done());
    assertThat(observed()).isEqualTo(new Observation.Missing<>());
  }

  private Observation<SensorApproval> observed() {
    return at.resource
        .observe(List.of(present()), new Resolved(), Scope.WANTED)
        .of(present().address());
  }

  @Test
  void aRefusalIsTheOutcome() {
    at.fake.has().now = DEADLINE;

    assertThat(carryOut(Action.CREATE, present(), new Observation.Missing<>()))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.diagnostic())
                    .hasToString(
                        "The deadline 2026-11-27T21:00:00Z of the approval has passed or is less than an hour away, so computers would install the update immediately. Create a new plan. No changes were made. [DEADLINE_TOO_NEAR GAR-0993]"));
  }

  @Test
  void nothingIsWrittenToAServerThatIsNotNamed() {
    Address elsewhere = new Address(SensorApproval.KIND, "wsus09:8531/agent/Pilot");

    assertThatIllegalStateException()
        .isThrownBy(() ->
            carryOut(
                Action.CREATE,
                Wanted.present(elsewhere, at.wanted(Optional.empty())),
                new Observation.Missing<>()))
        .withMessage("approval/wsus09:8531/agent/Pilot is on no server");
  }

  @Test
  void itIsAKindOfItsOwn() {
    SensorApproval old =
        new SensorApproval(
            "wsus01:8531",
            Situation.UPDATE.updateId(),
            FakeMemory.PILOT.id(),
            "block",
            Optional.of(DEADLINE),
            "LAB\\kim",
            false);

    assertThat(at.resource.kind().name()).isEqualTo("approval");
    assertThat(at.resource.kind().form().stateClass()).isEqualTo(SensorApproval.class);
    assertThat(at.resource.references(old)).isEmpty();
    assertThat(at.resource.lost(old)).contains("Garrison approves updates only for installation");
    assertThat(at.resource.lost(at.wanted(Optional.empty()))).isEmpty();
    assertThat(at.resource.lasting(old))
        .isEqualTo(
            new SensorApproval(
                old.server(),
                old.update(),
                old.group(),
                "block",
                old.deadline(),
                "LAB\\kim",
                true));
    assertThat(at.resource.marked(old, Situation.MARK))
        .isEqualTo(
            new SensorApproval(
                old.server(),
                old.update(),
                old.group(),
                "block",
                old.deadline(),
                "LAB\\kim [garrison:1:small]",
                false));
    assertThat(at.resource.kind().rollback().created())
        .isEqualTo("The approval is removed. Computers that have installed the update keep it.");
  }
}
