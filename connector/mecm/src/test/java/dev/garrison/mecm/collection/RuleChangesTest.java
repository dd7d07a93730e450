package dev.garrison.mecm.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.odata.Row;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RuleChangesTest {
  private final Json json = new Json();
  private final CollectionNames names = new CollectionNames();

  @BeforeEach
  void collections() {
    for (String name : List.of("Pilot", "Broad", "Exceptions", "Clusters")) {
      ObjectNode row = json.object().put("Name", name).put("CollectionID", "PS1-" + name);
      names.add(new Row(row));
    }
  }

  private static DeviceCollection collection(
      Set<String> queries, Set<String> includes, Set<String> excludes) {
    Set<QueryRule> rules =
        Set.copyOf(queries.stream().map(query -> new QueryRule(query, "select " + query)).toList());
    return new DeviceCollection(
        "MDE", "", "All Servers", rules, includes, excludes, Set.of(), DeviceCollection.PERIODIC);
  }

  private static DeviceCollection withMember(String name, long resourceId) {
    return new DeviceCollection(
        "MDE",
        "",
        "All Servers",
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(new DirectRule(name, resourceId)),
        DeviceCollection.PERIODIC);
  }

  private List<String> calls(DeviceCollection before, DeviceCollection after) {
    RuleChanges changes = RuleChanges.between(before, after, new CollectionRules(json, names));
    return Stream.concat(changes.protecting().stream(), changes.rest().stream())
        .map(call -> call.method() + " " + call.rule().get("RuleName").textValue())
        .toList();
  }

  @Test
  void exclusionsAreWrittenFirstAndRemovedLast() {
    DeviceCollection before = collection(Set.of("old"), Set.of("Pilot"), Set.of("Clusters"));
    DeviceCollection after = collection(Set.of("new"), Set.of("Broad"), Set.of("Exceptions"));
    assertThat(calls(before, after))
        .containsExactly(
            "AddMembershipRule Exceptions",
            "DeleteMembershipRule old",
            "DeleteMembershipRule Pilot",
            "AddMembershipRule Broad",
            "AddMembershipRule new",
            "DeleteMembershipRule Clusters");
  }

  @Test
  void aDirectMemberIsExchangedByItsDevice() {
    assertThat(calls(withMember("SRV01", 16777220), withMember("SRV01", 16777221)))
        .containsExactly("DeleteMembershipRule SRV01", "AddMembershipRule SRV01");
  }

  @Test
  void whatStaysIsNotTouched() {
    DeviceCollection same = collection(Set.of("old"), Set.of("Pilot"), Set.of("Clusters"));
    assertThat(calls(same, same)).isEmpty();
  }

  @Test
  void foldedWhiteSpaceIsTheSameQuery() {
    assertThat(new QueryRule("q", " select  Name\n from SMS_R_System "))
        .isEqualTo(new QueryRule("q", "select Name from SMS_R_System"));
  }

  @Test
  void everyKindOfRuleTakesTheMethodThatAddsOrTakesAway() {
    DeviceCollection none = collection(Set.of(), Set.of(), Set.of());
    for (DeviceCollection one :
        List.of(
            collection(Set.of("q"), Set.of(), Set.of()),
            collection(Set.of(), Set.of("Pilot"), Set.of()),
            collection(Set.of(), Set.of(), Set.of("Pilot")),
            withMember("SRV01", 16777220))) {
      assertThat(RuleChanges.methods(none, one)).containsExactly("AddMembershipRule");
      assertThat(RuleChanges.methods(one, none)).containsExactly("DeleteMembershipRule");
      assertThat(RuleChanges.methods(one, one)).isEmpty();
    }
  }

  @Test
  void includingOneIsNotExcludingIt() {
    assertThat(
            RuleChanges.methods(
                collection(Set.of(), Set.of("Pilot"), Set.of()),
                collection(Set.of(), Set.of(), Set.of("Pilot"))))
        .containsExactly("AddMembershipRule", "DeleteMembershipRule");
  }
}
