package dev.garrison.mecm.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.distribution.ContentDistribution.Phase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found of a distribution, and what is proposed for it. */
final class ContentDistributionResourceTest {
  private final Distributed there = new Distributed();

  private static Observation.Found<ContentDistribution> found(Map<String, Phase> groups) {
    return new Observation.Found<>(
        new ContentDistribution(Distributed.MODEL, new TreeMap<>(groups)),
        new Owner.Ours(),
        Distributed.MODEL,
        "");
  }

  @Test
  void withoutItsApplicationItIsMissingAndNothingIsAsked() {
    there.packaged(2).on("A");
    there.ids.update(Distributed.APPLICATION, new Observation.Missing<>());
    assertThat(there.seen(Distributed.to("A"))).isEqualTo(new Observation.Missing<>());
    assertThat(there.site.calls()).isEmpty();
  }

  @Test
  void anApplicationThatWasGivenToNoGroupIsMissing() {
    there.packaged(2);
    assertThat(there.seen(Distributed.to("A"))).isEqualTo(new Observation.Missing<>());
    assertThat(there.propose(Distributed.to("B", "A")))
        .satisfies(create -> {
          assertThat(create.action()).isEqualTo(Action.CREATE);
          assertThat(create.summary()).isEqualTo("distributed to A, B");
        });
  }

  @Test
  void oneThatIsOnAllItsGroupsNeedsNothing() {
    there.packaged(2).on("A").on("B");
    assertThat(there.seen(Distributed.to("A", "B")))
        .isEqualTo(found(Map.of("A", Phase.DISTRIBUTED, "B", Phase.DISTRIBUTED)));
    assertThat(there.propose(Distributed.to("A", "B")))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "distributed to A, B"));
  }

  @Test
  void oneThatShouldBeGoneIsFoundByItsApplication() {
    there.packaged(2).on("A");
    assertThat(there.propose(Distributed.gone()))
        .isEqualTo(new Proposal.Proposed(Action.DELETE, "no longer wanted"));
  }

  @Test
  void aGroupThatLacksItIsAnUpdateEvenWhileOthersAreUnderWay() {
    there.packaged(2).assigned("A").point("A", 2, 1);
    assertThat(there.propose(Distributed.to("A", "B")))
        .satisfies(update -> {
          assertThat(update.action()).isEqualTo(Action.UPDATE);
          assertThat(update.summary()).isEqualTo("distributed to A, B");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | WAIT | the site is sending to A
          3 | WAIT | 1 of 1 distribution points of A failed: dpa
          4 | WAIT | 1 of 1 distribution points of A failed: dpa
          9 | WAIT | the site is sending to A
          1 | NO_OP | distributed to A
          """)
  void whereNothingIsLeftToSendOneWaits(int state, Action action, String summary) {
    there.packaged(2).assigned("A").point("A", state, 2);
    Proposal.Proposed proposed = there.propose(Distributed.to("A"));
    assertThat(proposed.action()).isEqualTo(action);
    assertThat(proposed.summary()).isEqualTo(summary);
  }

  @Test
  void onlyGroupsThatFailedAreNamedAsSuch() {
    there.packaged(2).on("C").assigned("A").point("A", 3, 1).assigned("B").point("B", 2, 1);
    assertThat(there.propose(Distributed.to("A", "B", "C")).summary())
        .isEqualTo("1 of 1 distribution points of A failed: dpa");
  }

  @Test
  void aFailedGroupIsBlockedWithItsPointsTheirErrorsAndTheRemedy() {
    there.packaged(2).assigned("D");
    there.group("{D}", "D", 4);
    there
        .point("D", "dp1.corp.example", 4, 2391, 1)
        .point("D", "dp2.corp.example", 3, 2391, 1)
        .point("D", "dp3.corp.example", 4, 7, 1)
        .point("D", "dp4.corp.example", 1, 2330, 2);
    Proposal.Proposed proposed = there.propose(Distributed.to("D"));
    assertThat(proposed.action()).isEqualTo(Action.WAIT);
    assertThat(proposed.blocked())
        .contains(
            new Blockage(
                "3 of 4 distribution points of D failed:"
                    + " dp1, dp2 (failed to connect to the remote distribution point); and also"
                    + " dp3 (status message 7)",
                "Repair the distribution point, then redistribute the content: Monitoring >"
                    + " Distribution Status > Content Status. distmgr.log on the site server has the"
                    + " cause."));
  }

  @Test
  void aPointThatFailsIsNamedWhereTheOthersMayStillBeEnough() {
    there.packaged(2).assigned("D");
    there.group("{D}", "D", 2);
    there.point("D", "dp1.corp.example", 4, 2382, 1).point("D", "dp2.corp.example", 2, 8204, 1);
    Proposal.Proposed proposed = there.propose(Distributed.to("D"));
    assertThat(proposed.summary()).isEqualTo("the site is sending to D");
    assertThat(proposed.blocked()).isEmpty();
    assertThat(proposed.notes())
        .containsExactly("1 of 2 distribution points of D failed: dp1 (content hash is invalid)");
  }

  @ParameterizedTest
  @CsvSource({"1, DISTRIBUTED", "2, UNDER_WAY"})
  void aPointHasItFromTheVersionOnThatHasAllParts(int from, Phase phase) {
    there.packaged(3).assigned("A").point("A", 1, 1);
    there.site.add(
        "SMS_DeploymentType",
        "CI_ID",
        1,
        "AppModelName",
        Distributed.MODEL,
        "ContentId",
        "Content_1",
        "IsLatest",
        true);
    there.site.add(
        "SMS_PackageToContent",
        "ContentID",
        1,
        "PackageID",
        "PS100020",
        "ContentUniqueID",
        "Content_1",
        "MinPackageVersion",
        from);
    assertThat(there.seen(Distributed.to("A"))).isEqualTo(found(Map.of("A", phase)));
    there.site.withhold("SMS_PackageToContent");
    assertThat(there.seen(Distributed.to("A")))
        .as("without that class the latest version is needed")
        .isEqualTo(found(Map.of("A", Phase.UNDER_WAY)));
  }

  @Test
  void aGroupThatIsNotWantedLosesItWhenTheOthersHaveIt() {
    there.packaged(2).on("A").on("B");
    assertThat(there.propose(Distributed.to("A")))
        .satisfies(update -> {
          assertThat(update.action()).isEqualTo(Action.UPDATE);
          assertThat(update.summary()).isEqualTo("removed from B; stays on A");
          assertThat(update.differences()).hasSize(1);
          assertThat(update.notes()).isEmpty();
        });
  }

  @Test
  void untilTheOthersHaveItNoGroupLosesIt() {
    there.packaged(2).on("B").assigned("A").point("A", 2, 1);
    assertThat(there.propose(Distributed.to("A")))
        .satisfies(wait -> {
          assertThat(wait.action()).isEqualTo(Action.WAIT);
          assertThat(wait.summary()).isEqualTo("the site is sending to A; then removed from B");
        });
  }

  @Test
  void aGroupThatIsNotWantedIsNotWaitedFor() {
    there.packaged(2).on("A").assigned("B").point("B", 3, 1);
    assertThat(there.propose(Distributed.to("A")).summary())
        .isEqualTo("removed from B; stays on A");
  }

  @Test
  void whileSomebodyElseDeploysTheApplicationNoGroupLosesIt() {
    there
        .packaged(2)
        .on("A")
        .on("B")
        .deployment("Ours", Distributed.MARK.after("x"), Distributed.MODEL + "/1")
        .deployment("Theirs", "x", Distributed.MODEL + "/1")
        .deployment("Others", new Mark("other").after("x"), Distributed.MODEL + "/3")
        .deployment("Elsewhere", "x", "ScopeId_1/Application_two/1");
    assertThat(there.propose(Distributed.to("A")))
        .isEqualTo(
            new Proposal.Proposed(Action.NO_OP, "distributed to A")
                .withNotes(
                    List.of(
                        "stays on B, which the manifest doesn't name, because Garrison doesn't manage these deployments of the application: Others, Theirs")));
  }

  @Test
  void whoDeploysItIsAskedOnlyWhereAGroupWouldLoseIt() {
    there.packaged(2).on("A");
    there.seen(Distributed.to("A", "B"));
    assertThat(there.site.calls())
        .extracting(FakeAdminService.Call::target)
        .noneMatch(target -> target.startsWith("SMS_ApplicationAssignment"));
  }

  @Test
  void aGroupThatNobodyListsIsKnownByItsIdentifier() {
    there.packaged(2).assigned("D").point("D", 1, 2);
    assertThat(there.seen(Distributed.to("A"))).isEqualTo(found(Map.of("{D}", Phase.UNDER_WAY)));
  }

  @Test
  void itIsMadeOfTheGroupsAndNotOfTheirProgress() {
    ContentDistribution state =
        new ContentDistribution(
            Distributed.MODEL, new TreeMap<>(Map.of("A", Phase.FAILED, "B", Phase.UNDER_WAY)));
    assertThat(there.resource().lasting(state))
        .isEqualTo(ContentDistribution.to(Distributed.MODEL, List.of("A", "B")));
    assertThat(there.resource().references(state)).isEmpty();
    assertThat(there.resource().kind().name()).isEqualTo("distribution");
    assertThat(there.resource().kind().form().stateClass()).isEqualTo(ContentDistribution.class);
    assertThat(there.resource().kind().rollback().of(Action.CREATE))
        .isEqualTo("The content is removed from the distribution point groups.");
  }

  @Test
  void severalAreReadTogetherEachByItsOwnApplication() {
    there.packaged(2).on("A");
    Wanted<ContentDistribution> second =
        new Wanted<>(ContentDistribution.address("Settings"), new Desired.Absent<>("gone"));
    var observed =
        there
            .resource()
            .observe(List.of(Distributed.to("A"), second), there.ids, Scope.WANTED_AND_ORPHANS);
    assertThat(observed.of(second.address())).isEqualTo(new Observation.Missing<>());
    assertThat(observed.of(Distributed.ADDRESS)).isEqualTo(found(Map.of("A", Phase.DISTRIBUTED)));
    assertThat(observed.orphans()).isEmpty();
  }
}
