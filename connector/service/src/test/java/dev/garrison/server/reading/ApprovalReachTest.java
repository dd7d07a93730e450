package dev.garrison.server.reading;

import static dev.garrison.server.reading.MadeApprovals.SERVER;
import static dev.garrison.server.reading.MadeApprovals.UPDATE;
import static dev.garrison.server.reading.MadeApprovals.VERSION;
import static dev.garrison.server.reading.MadeApprovals.approval;
import static dev.garrison.server.reading.MadeApprovals.change;
import static dev.garrison.server.reading.MadeApprovals.group;
import static dev.garrison.server.reading.MadeApprovals.place;
import static dev.garrison.server.reading.MadeApprovals.plan;
import static dev.garrison.server.reading.MadeApprovals.ring;
import static dev.garrison.server.reading.MadeApprovals.seen;
import static dev.garrison.server.reading.MadeApprovals.silent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.server.reading.ApprovalReach.Approval;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Groups and computers of a plan of sensor updates, no more than the last check counted. */
final class ApprovalReachTest {
  private static ApprovalReach reach(PlannedChange... changes) {
    return ApprovalReach.of(plan(changes), MadeApprovals.MANIFEST);
  }

  @Test
  void anApprovalReachesTheGroupAndItsRing() {
    ApprovalReach reach = reach(approval(Action.CREATE, group(0)));

    assertThat(reach.approvals())
        .containsExactly(new Approval(place(group(0)), Optional.of(ring(0)), false));
    assertThat(reach.rings()).containsExactly(ring(0));
    assertThat(reach.updates()).containsExactly(UPDATE);
    assertThat(reach.isOnlyUpdates()).isTrue();
  }

  @Test
  void aGroupThatTheManifestDoesNotNameIsInNoRing() {
    assertThat(reach(approval(Action.CREATE, "Lab/A")).approvals())
        .containsExactly(new Approval(place("Lab/A"), Optional.empty(), false));
  }

  @Test
  void anApprovalThatIsRemovedReachesNoComputerAnew() {
    ApprovalReach reach = reach(approval(Action.DELETE, group(0)));

    assertThat(reach.approvals()).extracting(Approval::isRemoved).containsExactly(true);
    assertThat(reach.updates()).isEmpty();
    assertThat(reach.needed(seen(VERSION, 7, group(0)))).isEmpty();
  }

  @Test
  void waitingChangesReachNothing() {
    ApprovalReach reach = reach(approval(Action.WAIT, group(0)));

    assertThat(reach.approvals()).isEmpty();
    assertThat(reach.isOnlyUpdates()).isFalse();
  }

  @Test
  void aPlanThatChangesTheSiteTooIsNotOnlyAboutUpdates() {
    assertThat(
            reach(
                    approval(Action.CREATE, group(0)),
                    change(Action.CREATE, "licence", SERVER + "/" + UPDATE),
                    change(Action.CREATE, "deployment", "MDE pilot"))
                .isOnlyUpdates())
        .isFalse();
  }

  @Test
  void computersOfAllGroupsAreAdded() {
    assertThat(
            reach(approval(Action.CREATE, group(0)), approval(Action.CREATE, group(1)))
                .needed(seen(VERSION, 7, group(0), group(1))))
        .contains(14);
  }

  @Test
  void withAGroupThatIsNotCountedTheNumberIsUnknown() {
    ApprovalReach reach =
        reach(approval(Action.CREATE, group(0)), approval(Action.CREATE, group(1)));

    assertThat(reach.needed(seen(VERSION, 7, group(0)))).isEmpty();
    assertThat(approval(reach, 0).needed(seen(VERSION, 7, group(0)))).contains(7);
    assertThat(approval(reach, 1).needed(seen(VERSION, 7, group(0)))).isEmpty();
  }

  @Test
  void aCheckOfAnotherVersionCountsNothing() {
    assertThat(reach(approval(Action.CREATE, group(0))).needed(seen("10.8735.1.1", 7, group(0))))
        .isEmpty();
  }

  @Test
  void aServerThatDidNotAnswerCountsNothing() {
    assertThat(reach(approval(Action.CREATE, group(0))).needed(silent())).isEmpty();
  }
}
