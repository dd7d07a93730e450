package dev.garrison.catalog.declinepolicy;

import static dev.garrison.catalog.sample.Draft.SENSOR;
import static dev.garrison.catalog.sample.Draft.sensor;
import static dev.garrison.catalog.sample.Draft.title;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.ContentState;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.declinepolicy.DeclineVerdict.MayDecline;
import dev.garrison.catalog.group.Approval;
import dev.garrison.catalog.group.ApprovalAction;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sample.Draft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What of the update, its superseder and their approvals allows a decline. */
final class DeclinePolicyTest extends SupersededSensor {
  @Test
  void whatNobodyNeedsMayBeDeclinedAndTheProofIsTold() {
    MayDecline proof = allowed();
    assertThat(proof.sensor().update()).isEqualTo(older.update());
    assertThat(proof.superseder().update()).isEqualTo(newer.update());
    assertThat(proof.chain()).containsExactly(Draft.id(2), Draft.id(1));
    assertThat(proof.groups()).extracting(TargetGroup::name).containsExactly("Pilot", "Broad");
    assertThat(proof.since()).isEqualTo(Draft.ARRIVED);
    assertThat(proof.computers()).isEqualTo(2);
  }

  @Test
  void anotherArticleIsKept() {
    older = older.kbArticle("2267602");
    kept(KeepReason.NOT_OURS, "it is not of KB5005292");
  }

  @Test
  void anotherProductIsKept() {
    older = older.product(Draft.ANTIVIRUS);
    kept(KeepReason.NOT_OURS, "it is not of the product");
  }

  @Test
  void aTitleThatCannotBeReadIsKept() {
    older = older.title("Update " + "x".repeat(300));
    kept(KeepReason.UNPARSEABLE_TITLE, "it is longer than 256 characters");
  }

  @Test
  void anotherFamilyIsKept() {
    older = older.title(title("Windows 10/11", "1006", ""));
    kept(KeepReason.OTHER_LINE, "its family and channel are not asked for");
  }

  @Test
  void anEarlierRevisionIsKept() {
    older = older.earlierRevision();
    kept(KeepReason.NOT_LATEST_REVISION, "it has a later revision");
  }

  @Test
  void aDeclinedOneIsLeftAsItIs() {
    older = older.declined();
    kept(KeepReason.ALREADY_DECLINED, "it is declined already");
  }

  @Test
  void oneThatTheServerDoesNotCallSupersededIsKept() {
    older = sensor(1, "1006");
    kept(KeepReason.NOT_SUPERSEDED, "the server does not call it superseded");
  }

  @Test
  void oneThatIsExpiredOnlyIsKept() {
    older = sensor(1, "1006").publication(Publication.EXPIRED);
    kept(KeepReason.EXPIRED_ONLY, "it is expired, but the server calls it superseded by nothing");
  }

  @Test
  void oneThatIsExpiredAndSupersededMayBeDeclined() {
    older = older.publication(Publication.EXPIRED);
    allowed();
  }

  @Test
  void oneWhoseSupersederIsNotKnownIsKept() {
    named.clear();
    kept(
        KeepReason.SUPERSEDER_UNKNOWN,
        "the server calls it superseded, but no update of KB5005292 there names it so");
  }

  @Test
  void aSupersederOfAnotherLineIsNotEnough() {
    newer = newer.title(title("Windows Server 2019", "1009", ""));
    kept(
        KeepReason.SUPERSEDER_OF_OTHER_LINE,
        NEWER + "is of another line: Windows Server 2019, no channel");
  }

  @Test
  void aSupersederThatIsNotNewerIsNotEnough() {
    newer = sensor(2, "1006");
    kept(
        KeepReason.DISAGREEMENT,
        "10.8735.26020.1006 supersedes it, but is not newer by both version and supersedence");
  }

  @Test
  void aCircleIsNotEnough() {
    named.put(Draft.id(1), List.of(Draft.id(2)));
    kept(KeepReason.DISAGREEMENT, NEWER + "is not newer by both version and supersedence");
  }

  @Test
  void aSupersederThatIsExpiredDeclinedOldOrAPartIsNotEnough() {
    for (Draft draft :
        List.of(
            sensor(2, "1009").publication(Publication.EXPIRED),
            sensor(2, "1009").publication(Publication.UNKNOWN),
            sensor(2, "1009").declined(),
            sensor(2, "1009").earlierRevision(),
            sensor(2, "1009").inBundle())) {
      newer = draft;
      kept(
          KeepReason.SUPERSEDER_NOT_IN_FORCE,
          NEWER + "is expired, declined, a part of another update or not its latest revision");
    }
  }

  @ParameterizedTest
  @EnumSource(value = ContentState.class, mode = EnumSource.Mode.EXCLUDE, names = "READY")
  void aSupersederWhoseFilesAreNotReadyIsNotEnough(ContentState state) {
    newer = newer.content(state);
    kept(KeepReason.SUPERSEDER_NOT_DOWNLOADED, NEWER + "the server does not have its files ready");
  }

  @Test
  void eachGroupOfTheOlderMustInstallTheNewer() {
    newerApprovals.remove(install(BROAD));
    kept(KeepReason.SUPERSEDER_NOT_APPROVED, NEWER + "is not surely installed in 'Broad'");
  }

  @Test
  void anApprovalAboveCountsForTheGroupsBelow() {
    newerApprovals.removeIf(approval -> approval.action() == ApprovalAction.INSTALL);
    newerApprovals.add(install(ALL));
    allowed();
  }

  @Test
  void aBlockBelowCountsAgainstAnApprovalAbove() {
    newerApprovals.removeIf(approval -> approval.action() == ApprovalAction.INSTALL);
    newerApprovals.add(install(ALL));
    newerApprovals.add(new Approval(PILOT, ApprovalAction.BLOCK, true, Draft.ARRIVED));
    kept(KeepReason.SUPERSEDER_NOT_APPROVED, NEWER + "is not surely installed in 'Pilot'");
  }

  @Test
  void theOlderApprovedForAllMeansEveryGroup() {
    olderApprovals.add(install(ALL));
    groups.add(new TargetGroup(Draft.id(13), "Laboratory", Optional.of(ALL)));
    kept(
        KeepReason.SUPERSEDER_NOT_APPROVED,
        NEWER + "is not surely installed in 'All Computers', 'Laboratory'");
  }

  @Test
  void manyGroupsAreToldInShort() {
    newerApprovals.removeIf(approval -> approval.action() == ApprovalAction.INSTALL);
    newerApprovals.add(install(PILOT));
    for (int i = 20; i < 25; i++) {
      groups.add(new TargetGroup(Draft.id(i), "G" + i, Optional.of(BROAD)));
    }
    kept(
        KeepReason.SUPERSEDER_NOT_APPROVED,
        NEWER + "is not surely installed in 'Broad', 'G20', 'G21' and 3 more");
  }

  @Test
  void anOptionalApprovalIsNotEnough() {
    newerApprovals.remove(install(BROAD));
    newerApprovals.add(new Approval(BROAD, ApprovalAction.INSTALL, false, Draft.ARRIVED));
    kept(KeepReason.SUPERSEDER_NOT_APPROVED, NEWER + "is not surely installed in 'Broad'");
  }

  @Test
  void oneThatIsApprovedNowhereGoesOnlyWhenItsSupersederIsInstalledSomewhere() {
    olderApprovals.clear();
    allowed();
    newerApprovals.clear();
    kept(KeepReason.SUPERSEDER_NOT_APPROVED, NEWER + "is surely installed in no group");
  }

  @ParameterizedTest
  @CsvSource({"30, true", "29, false"})
  void theGracePeriodCountsFromItsArrival(int days, boolean enough) {
    newer = newer.arrived(NOW.minus(Duration.ofDays(days)));
    assertThat(verdict() instanceof MayDecline).isEqualTo(enough);
  }

  @Test
  void theGracePeriodCountsFromTheLastApproval() {
    newerApprovals.remove(install(BROAD));
    newerApprovals.add(
        new Approval(BROAD, ApprovalAction.INSTALL, true, NOW.minus(Duration.ofDays(3))));
    kept(
        KeepReason.WITHIN_GRACE, NEWER + "is there for all groups only since 2026-06-29T00:00:00Z");
  }

  @Test
  void aSupersederThroughOthersIsEnough() {
    named.put(Draft.id(2), List.of(Draft.id(3)));
    named.put(Draft.id(3), List.of(Draft.id(1)));
    assertThat(allowed().chain()).containsExactly(Draft.id(2), Draft.id(3), Draft.id(1));
  }

  @Test
  void oneOfSeveralSupersedersIsEnough() {
    others.add(sensor(3, "1011").content(ContentState.NOT_READY).update());
    named.put(Draft.id(3), List.of(Draft.id(1), Draft.id(2)));
    assertThat(allowed().superseder().id()).isEqualTo(Draft.id(2));
  }

  @Test
  void ofSeveralThatAreNotEnoughTheNewestIsNamed() {
    newer = newer.content(ContentState.FAILED);
    others.add(sensor(3, "1011").declined().update());
    named.put(Draft.id(3), List.of(Draft.id(1)));
    kept(
        KeepReason.SUPERSEDER_NOT_IN_FORCE,
        "10.8735.26020.1011 supersedes it, but is expired, declined, a part of another update or"
            + " not its latest revision");
  }

  @Test
  void aGraceOfLessThanThirtyDaysIsRefused() {
    assertThatThrownBy(() -> new DeclinePolicy(SENSOR, new TreeSet<>(), Duration.ofDays(29)))
        .hasMessage("the grace period is at least 30 days, not PT696H");
  }

  @Test
  void aComputerInAGroupThatIsMissingIsRefused() {
    computers.add(new ComputerReport("c", Set.of(Draft.id(77)), Map.of()));
    assertThatThrownBy(this::verdict)
        .hasMessage("there is no group with the id 00000000-0000-0000-0000-00000000004d");
  }
}
