package dev.garrison.mecm.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found of a collection, and what is proposed for it. */
final class DeviceCollectionResourceTest {
  private static final Mark MARK = new Mark("contoso-prod");
  private static final Address ADDRESS = DeviceCollection.address("MDE pilot");

  private final FakeAdminService site =
      new FakeAdminService()
          .table("SMS_Collection", "CollectionID")
          .lazy("SMS_Collection", "CollectionRules", "RefreshType")
          .table("SMS_ApplicationAssignment", "AssignmentID")
          .table("SMS_DeploymentSummary", "DeploymentID")
          .offer(DeviceCollectionResource.assumption());
  private final DeviceCollectionResource resource =
      new DeviceCollectionResource(site, new Json(), MARK);

  private ObjectNode row(String id, String name, String comment, String limitedTo) {
    return site.add(
        "SMS_Collection",
        "CollectionID",
        id,
        "Name",
        name,
        "Comment",
        comment,
        "CollectionType",
        2,
        "LimitToCollectionID",
        limitedTo,
        "RefreshType",
        2);
  }

  private ObjectNode pilot() {
    row("SMS00001", "All Systems", "", "");
    return row("PS100010", "MDE pilot", MARK.after("Ring pilot."), "SMS00001");
  }

  private static void rules(ObjectNode collection, Object... rules) {
    collection.set(
        "CollectionRules", FakeAdminService.object("all", List.of(rules)).get("all").deepCopy());
  }

  private static ObjectNode rule(Object... properties) {
    return FakeAdminService.object(properties);
  }

  private static DeviceCollection state(Set<QueryRule> queries) {
    return new DeviceCollection(
        "MDE pilot",
        MARK.after("Ring pilot."),
        "All Systems",
        queries,
        Set.of(),
        Set.of(),
        Set.of(),
        DeviceCollection.PERIODIC);
  }

  private static Wanted<DeviceCollection> wanted() {
    return Wanted.present(ADDRESS, state(Set.of()));
  }

  private static Wanted<DeviceCollection> gone() {
    return new Wanted<>(ADDRESS, new Desired.Absent<>("no ring of this name"));
  }

  private Observations<DeviceCollection> observe(Wanted<DeviceCollection> wanted, Scope scope) {
    return resource.observe(List.of(wanted), new Resolved(), scope);
  }

  private Observation<DeviceCollection> seen(Wanted<DeviceCollection> wanted) {
    return observe(wanted, Scope.WANTED).of(ADDRESS);
  }

  private Observation.Found<DeviceCollection> found(Wanted<DeviceCollection> wanted) {
    return (Observation.Found<DeviceCollection>) seen(wanted);
  }

  private Proposal propose(Wanted<DeviceCollection> wanted) {
    return resource.propose(wanted, seen(wanted));
  }

  private Proposal.Proposed proposed(Wanted<DeviceCollection> wanted) {
    return (Proposal.Proposed) propose(wanted);
  }

  @Test
  void oneThatIsNotThereIsCreated() {
    assertThat(seen(wanted())).isEqualTo(new Observation.Missing<>());
    assertThat(proposed(wanted()))
        .satisfies(create -> {
          assertThat(create.action()).isEqualTo(Action.CREATE);
          assertThat(create.summary()).isEqualTo("limited to All Systems");
        });
  }

  @Test
  void oneThatIsAsWantedNeedsNothing() {
    pilot();
    assertThat(found(wanted()))
        .isEqualTo(new Observation.Found<>(state(Set.of()), new Owner.Ours(), "PS100010", ""));
    assertThat(proposed(wanted()).action()).isEqualTo(Action.NO_OP);
  }

  @Test
  void namesCountWithoutCase() {
    pilot().put("Name", "mde PILOT");
    assertThat(seen(wanted())).isInstanceOf(Observation.Found.class);
  }

  @Test
  void onlyDeviceCollectionsCount() {
    pilot().put("CollectionType", 1);
    assertThat(seen(wanted())).isEqualTo(new Observation.Missing<>());
  }

  @Test
  void severalOfOneNameAreNotChosenBetween() {
    pilot();
    row("PS100011", "mde pilot", "", "SMS00001");
    assertThat(seen(wanted()))
        .isEqualTo(new Observation.Ambiguous<>(List.of("PS100010", "PS100011")));
  }

  @Test
  void oneWhoseLimitIsNotSeenIsLimitedToItsIdentifier() {
    pilot().put("LimitToCollectionID", "PS1000FF");
    assertThat(found(wanted()).state().limitedTo()).isEqualTo("PS1000FF");
  }

  @Test
  void oneThatIsDeletedBetweenTwoReadsHasNoRules() {
    rules(pilot(), rule("RuleName", "q", "QueryExpression", "select *"));
    site.before("get", "SMS_Collection", () -> site.clear("SMS_Collection"));
    assertThat(found(wanted()).state())
        .satisfies(state -> {
          assertThat(state.queries()).isEmpty();
          assertThat(state.refreshType()).isZero();
        });
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(
            rule("RuleName", "q", "QueryExpression", "select  *"),
            "SMS_CollectionRuleQuery",
            "queries{expression=select *, name=q}"),
        Arguments.of(
            rule("RuleName", "i", "IncludeCollectionID", "SMS00001"),
            "SMS_CollectionRuleIncludeCollection",
            "includes{All Systems}"),
        Arguments.of(
            rule("RuleName", "e", "ExcludeCollectionID", "PS1000FF"),
            "SMS_CollectionRuleExcludeCollection",
            "excludes{PS1000FF}"),
        Arguments.of(
            rule("RuleName", "SRV", "ResourceID", 16777219),
            "SMS_CollectionRuleDirect",
            "members{name=SRV, resourceId=16777219}"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aRuleIsKnownByItsClassOrByWhatOnlyThatClassHas(
      ObjectNode rule, String className, String path) {
    ObjectNode pilot = pilot();
    for (ObjectNode form :
        List.of(rule, rule.deepCopy().put("@odata.type", "#AdminService." + className))) {
      rules(pilot, form);
      assertThat(proposed(wanted()))
          .satisfies(update -> {
            assertThat(update.action()).isEqualTo(Action.UPDATE);
            assertThat(update.differences())
                .containsExactly(new Difference(path, Optional.of("present"), Optional.empty()));
            assertThat(update.notes()).isEmpty();
          });
    }
  }

  @Test
  void rulesOfAnotherKindAreLeftAndNamed() {
    rules(
        pilot(),
        rule("RuleName", "odd", "Something", 1),
        rule(
            "RuleName",
            "odder",
            "@odata.type",
            "#AdminService.SMS_CollectionRuleNew",
            "ResourceID",
            7));
    assertThat(found(wanted()).unmodelled()).isEqualTo("rule \"odd\"\nrule \"odder\"");
    assertThat(proposed(wanted()))
        .isEqualTo(
            new Proposal.Proposed(Action.NO_OP, "limited to All Systems")
                .withNotes(
                    List.of(
                        "has rules that Garrison doesn't manage: rule \"odd\", rule \"odder\"")));
  }

  static Stream<Arguments> uses() {
    return Stream.of(
        use(test -> test.pilot().put("ServiceWindowsCount", 2), "2 maintenance windows"),
        use(
            test -> {
              test.pilot();
              test.row("PS100020", "Theirs", "", "PS100010");
            },
            "collection \"Theirs\" is limited to this collection"),
        use(
            test -> {
              test.pilot();
              test.assignment("Their app", "no mark", "PS100010");
            },
            "deployment \"Their app\" isn't managed by Garrison"),
        use(
            test -> {
              test.pilot();
              test.assignment("Other", new Mark("other").after("theirs"), "PS100010");
            },
            "deployment \"Other\" isn't managed by Garrison"),
        use(
            test -> {
              test.pilot();
              test.summary("Patch Tuesday", 5, "PS100010");
            },
            "deployment of \"Patch Tuesday\" isn't managed by Garrison"),
        use(test -> rules(test.pilot(), rule("RuleName", "odd", "Something", 1)), "rule \"odd\""),
        use(
            test -> {
              test.pilot().put("ServiceWindowsCount", 1);
              test.summary("Task sequence", 7, "PS100010");
            },
            "1 maintenance window, deployment of \"Task sequence\" isn't managed by Garrison"));
  }

  private static Arguments use(Consumer<DeviceCollectionResourceTest> given, String words) {
    return Arguments.of(given, words);
  }

  private void assignment(String name, String description, String collection) {
    site.add(
        "SMS_ApplicationAssignment",
        "AssignmentID",
        16777301,
        "AssignmentName",
        name,
        "AssignmentDescription",
        description,
        "TargetCollectionID",
        collection);
  }

  private void summary(String software, int type, String collection) {
    site.add(
        "SMS_DeploymentSummary",
        "DeploymentID",
        software,
        "SoftwareName",
        software,
        "FeatureType",
        type,
        "CollectionID",
        collection);
  }

  @ParameterizedTest
  @MethodSource("uses")
  void oneThatOthersUseIsNotDeleted(Consumer<DeviceCollectionResourceTest> given, String words) {
    given.accept(this);
    assertThat(((Proposal.Refused) propose(gone())).diagnostic())
        .hasToString(
            "\"collection/MDE pilot\" can't be deleted because other objects use the collection: %s. Remove these uses in the console first, or keep the collection in the manifest. [COLLECTION_IN_USE GAR-0252]"
                .formatted(words));
  }

  @Test
  void whatIsOursOrSomewhereElseIsNoUse() {
    pilot();
    row("PS100020", "MDE broad", MARK.after("Ours."), "PS100010");
    row("PS100021", "Theirs", "", "SMS00001");
    assignment("Ours", MARK.after("Ours."), "PS100010");
    assignment("Their app", "", "PS100020");
    summary("Our app", 1, "PS100010");
    summary("Patch Tuesday", 5, "PS100020");
    assertThat(propose(gone()))
        .isEqualTo(new Proposal.Proposed(Action.DELETE, "no ring of this name"));
  }

  @Test
  void usesAreReadOnlyWhereOneMightBeDeleted() {
    pilot();
    seen(wanted());
    assertThat(site.calls()).extracting(call -> call.verb()).containsExactly("query", "get");
  }

  @Test
  void oneThatIsUsedMayBeChanged() {
    pilot().put("ServiceWindowsCount", 2).put("Comment", MARK.after("Older text."));
    assertThat(proposed(wanted()))
        .satisfies(update -> {
          assertThat(update.action()).isEqualTo(Action.UPDATE);
          assertThat(update.notes()).isEmpty();
        });
  }

  static Stream<Arguments> methods() {
    Set<QueryRule> rule = Set.of(new QueryRule("q", "select *"));
    return Stream.of(
        Arguments.of("AddMembershipRule", Set.of(), rule, true),
        Arguments.of("AddMembershipRule", rule, Set.of(), false),
        Arguments.of("DeleteMembershipRule", Set.of(), rule, false),
        Arguments.of("DeleteMembershipRule", rule, Set.of(), true));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aSiteWithoutTheMethodLeavesTheRulesToAPerson(
      String missing, Set<QueryRule> there, Set<QueryRule> after, boolean byHand) {
    ObjectNode pilot = pilot();
    there.forEach(query ->
        rules(pilot, rule("RuleName", query.name(), "QueryExpression", query.expression())));
    site.withhold("SMS_Collection." + missing);
    Proposal.Proposed proposed = proposed(Wanted.present(ADDRESS, state(after)));
    assertThat(proposed.action()).isEqualTo(byHand ? Action.MANUAL : Action.UPDATE);
    assertThat(proposed.step().isPresent()).isEqualTo(byHand);
  }

  @Test
  void theStepSaysWhatAPersonDoes() {
    pilot();
    site.withhold("SMS_Collection.AddMembershipRule");
    assertThat(proposed(Wanted.present(ADDRESS, state(Set.of(new QueryRule("q", "select *"))))))
        .satisfies(manual -> {
          assertThat(manual.summary())
              .isEqualTo(
                  "this build can't change the rules of an existing collection: add the query rule \"q\"");
          assertThat(manual.step())
              .contains(
                  new ManualStep(
                      "Assets and Compliance > Device Collections > MDE pilot > Properties >"
                          + " Membership Rules",
                      "Add-CMDeviceCollectionQueryMembershipRule -CollectionId 'PS100010' -RuleName"
                          + " 'q' -QueryExpression 'select *'"));
        });
  }

  @Test
  void onlyOursThatNobodyAskedForAreOrphans() {
    pilot();
    row("PS100020", "MDE old", MARK.after("Ours."), "SMS00001");
    row("PS100021", "MDE theirs", new Mark("other").after("Theirs."), "SMS00001");
    assignment("Their app", "", "PS100020");
    assertThat(observe(wanted(), Scope.WANTED).orphans()).isEmpty();
    assertThat(observe(wanted(), Scope.WANTED_AND_ORPHANS).orphans())
        .containsOnlyKeys(DeviceCollection.address("MDE old"))
        .extractingByKey(DeviceCollection.address("MDE old"))
        .extracting(Observation.Found::unmodelled)
        .isEqualTo("deployment \"Their app\" isn't managed by Garrison");
  }
}
