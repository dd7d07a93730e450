package dev.garrison.mecm.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.odata.KeyMissingException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The requests that make, change and delete a collection, and what stands before them. */
final class DeviceCollectionWritesTest {
  private static final Mark MARK = new Mark("contoso-prod");
  private static final Address ADDRESS = DeviceCollection.address("MDE");
  private static final QueryRule WEB = new QueryRule("web", "select web");
  private static final String NONE_NAMED =
      "The site has no device collection named \"%s\". Correct the name in the manifest, or create the collection in the console. [COLLECTION_MISSING GAR-0251]";

  private final FakeAdminService site =
      new FakeAdminService()
          .table("SMS_Collection", "CollectionID")
          .method("SMS_Collection.RequestRefresh", (_, _) -> FakeAdminService.object())
          .method("SMS_Collection.AddMembershipRule", (_, _) -> FakeAdminService.object())
          .method("SMS_Collection.DeleteMembershipRule", (_, _) -> FakeAdminService.object());
  private final DeviceCollectionResource resource =
      new DeviceCollectionResource(site, new Json(), MARK);

  @BeforeEach
  void collections() {
    row("SMS00001", "All Systems");
    row("PS100001", "In");
    row("PS100002", "Out");
  }

  private ObjectNode row(String id, String name) {
    return site.add("SMS_Collection", "CollectionID", id, "Name", name, "CollectionType", 2);
  }

  private static DeviceCollection state(
      String limit, Set<String> includes, Set<String> excludes, Set<DirectRule> members) {
    return new DeviceCollection(
        "MDE", "ours", limit, Set.of(WEB), includes, excludes, members, DeviceCollection.PERIODIC);
  }

  private static DeviceCollection full() {
    return state("All Systems", Set.of("In"), Set.of("Out"), Set.of(new DirectRule("SRV", 7)));
  }

  private static DeviceCollection bare() {
    return new DeviceCollection(
        "MDE",
        "ours",
        "All Systems",
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        DeviceCollection.PERIODIC);
  }

  private Outcome carryOut(
      Action action, DeviceCollection state, Observation<DeviceCollection> seen) {
    return resource.carryOut(
        new Change<>(action, Wanted.present(ADDRESS, state), seen),
        new Resolved(),
        Progress.silent());
  }

  private Outcome create(DeviceCollection state) {
    return carryOut(Action.CREATE, state, new Observation.Missing<>());
  }

  private Outcome update(DeviceCollection before, DeviceCollection after) {
    return carryOut(Action.UPDATE, after, found(before));
  }

  private Observation.Found<DeviceCollection> found(DeviceCollection state) {
    row("PS100010", "MDE");
    return new Observation.Found<>(state, new Owner.Ours(), "PS100010", "");
  }

  private static String rule(String type, String name, String rest) {
    return "{\"collectionRule\":{\"@odata.type\":\"#AdminService.%s\",\"RuleName\":\"%s\",%s}}"
        .formatted(type, name, rest);
  }

  private static final String BODY =
      "{\"Name\":\"MDE\",\"Comment\":\"ours\",\"CollectionType\":2,\"LimitToCollectionID\":\"SMS00001\",\"RefreshType\":2%s}";
  private static final String EXCLUDE =
      rule("SMS_CollectionRuleExcludeCollection", "Out", "\"ExcludeCollectionID\":\"PS100002\"");
  private static final String INCLUDE =
      rule("SMS_CollectionRuleIncludeCollection", "In", "\"IncludeCollectionID\":\"PS100001\"");
  private static final String QUERY =
      rule("SMS_CollectionRuleQuery", "web", "\"QueryExpression\":\"select web\"");
  private static final String DIRECT =
      rule(
          "SMS_CollectionRuleDirect",
          "SRV",
          "\"ResourceClassName\":\"SMS_R_System\",\"ResourceID\":7");

  @Test
  void oneIsMadeThenGivenItsRulesExclusionsFirstThenEvaluated() {
    assertThat(create(full())).isEqualTo(new Outcome.Done());
    String made = "SMS_Collection('NEW16777301')";
    assertThat(site.writes())
        .containsExactly(
            "create SMS_Collection " + BODY.formatted(""),
            "invoke " + made + ".AddMembershipRule " + EXCLUDE,
            "invoke " + made + ".AddMembershipRule " + INCLUDE,
            "invoke " + made + ".AddMembershipRule " + QUERY,
            "invoke " + made + ".AddMembershipRule " + DIRECT,
            "invoke " + made + ".RequestRefresh {}");
  }

  @Test
  void aSiteThatCannotAddRulesGetsThemInTheBody() {
    site.withhold("SMS_Collection.AddMembershipRule");
    assertThat(create(full())).isEqualTo(new Outcome.Done());
    assertThat(site.writes())
        .satisfiesExactly(
            create ->
                assertThat(create)
                    .startsWith("create SMS_Collection {")
                    .containsSubsequence(
                        "\"CollectionRules\":[",
                        "ExcludeCollectionID",
                        "IncludeCollectionID",
                        "QueryExpression",
                        "ResourceID"),
            refresh ->
                assertThat(refresh)
                    .isEqualTo("invoke SMS_Collection('NEW16777301').RequestRefresh {}"));
  }

  @Test
  void nothingIsMadeWithoutTheLimitingCollection() {
    DeviceCollection state = state("Servers", Set.of(), Set.of(), Set.of());
    assertThatThrownBy(() -> create(state))
        .isInstanceOf(RefusalException.class)
        .hasMessage(NONE_NAMED.formatted("Servers"));
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void nothingIsMadeWhereTwoCouldLimitIt() {
    row("PS100003", "all systems");
    assertThatThrownBy(() -> create(bare()))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The site has 2 device collections named \"All Systems\". Rename all but one of these collections in the console. [COLLECTION_MISSING GAR-0251]");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void nothingIsChangedWhereACollectionToExcludeIsNotThere() {
    DeviceCollection after = state("All Systems", Set.of(), Set.of("Gone"), Set.of());
    assertThatThrownBy(() -> update(bare(), after)).hasMessage(NONE_NAMED.formatted("Gone"));
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void nothingIsChangedWhereACollectionToIncludeIsNotThere() {
    DeviceCollection after = state("All Systems", Set.of("Gone"), Set.of("Out"), Set.of());
    assertThatThrownBy(() -> update(bare(), after)).hasMessage(NONE_NAMED.formatted("Gone"));
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void nothingIsChangedWhereTheLimitingCollectionIsNotThere() {
    DeviceCollection after = state("Servers", Set.of(), Set.of("Out"), Set.of());
    assertThatThrownBy(() -> update(bare(), after)).hasMessage(NONE_NAMED.formatted("Servers"));
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void anExclusionIsWrittenBeforeTheCollectionAndTakenOffAfterAllElse() {
    DeviceCollection before = bare();
    DeviceCollection after =
        state("All Systems", Set.of(), Set.of("Out"), Set.of()).withComment("newer");
    assertThat(update(before, after)).isEqualTo(new Outcome.Done());
    String key = "SMS_Collection('PS100010')";
    assertThat(site.writes())
        .containsExactly(
            "invoke " + key + ".AddMembershipRule " + EXCLUDE,
            "put "
                + key
                + " "
                + BODY.formatted(",\"CollectionID\":\"PS100010\"").replace("ours", "newer"),
            "invoke " + key + ".AddMembershipRule " + QUERY,
            "invoke " + key + ".RequestRefresh {}");
  }

  @Test
  void whereOnlyRulesDifferTheCollectionItselfIsNotPut() {
    update(bare(), state("All Systems", Set.of(), Set.of(), Set.of()));
    assertThat(site.writes()).noneMatch(call -> call.startsWith("put"));
  }

  @Test
  void whereOnlyTheCollectionDiffersNoRuleIsCalled() {
    update(bare(), bare().withComment("newer"));
    assertThat(site.writes())
        .satisfiesExactly(
            put -> assertThat(put).startsWith("put SMS_Collection('PS100010') "),
            refresh -> assertThat(refresh).endsWith(".RequestRefresh {}"));
  }

  @Test
  void oneIsDeletedByItsKey() {
    assertThat(carryOut(Action.DELETE, bare(), found(bare()))).isEqualTo(new Outcome.Done());
    assertThat(site.writes()).containsExactly("delete SMS_Collection('PS100010')");
  }

  @Test
  void oneIsNeverReplaced() {
    assertThatThrownBy(() -> carryOut(Action.REPLACE, bare(), found(bare())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("collections are never carried out as REPLACE");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aSiteThatDoesNotSayTheNewKeyIsToldNothingMore() {
    site.table("SMS_Collection");
    row("SMS00001", "All Systems");
    assertThatThrownBy(() -> create(bare())).isInstanceOf(KeyMissingException.class);
    assertThat(site.writes()).hasSize(1);
  }

  @Test
  void theMarkGoesBehindTheComment() {
    assertThat(resource.marked(bare(), MARK).comment()).isEqualTo("ours [garrison:1:contoso-prod]");
  }

  @Test
  void itTellsWhatTakingBackMeans() {
    assertThat(resource.kind().rollback().of(Action.CREATE))
        .isEqualTo(
            "The collection is deleted, unless something else uses it: then undo is refused and names what uses the collection.");
    assertThat(List.of(resource.kind().name(), resource.kind().form().stateClass().getSimpleName()))
        .containsExactly("collection", "DeviceCollection");
  }

  @Test
  void itComesAfterAllCollectionsThatItNames() {
    assertThat(resource.references(full()))
        .containsExactlyInAnyOrder(
            DeviceCollection.address("All Systems"),
            DeviceCollection.address("In"),
            DeviceCollection.address("Out"));
  }
}
