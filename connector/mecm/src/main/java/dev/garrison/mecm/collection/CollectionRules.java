package dev.garrison.mecm.collection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Membership rules on the wire. The declared type of a rule is abstract, so each carries its class
 * (recorded bodies in Microsoft's configmgr-hub samples).
 */
final class CollectionRules {
  private static final String TYPE = "@odata.type";
  private static final String NAMESPACE = "#AdminService.";
  private static final String QUERY = "SMS_CollectionRuleQuery";
  private static final String INCLUDE = "SMS_CollectionRuleIncludeCollection";
  private static final String EXCLUDE = "SMS_CollectionRuleExcludeCollection";
  private static final String DIRECT = "SMS_CollectionRuleDirect";

  /** A direct rule may also name a user or a group; those are not in device collections. */
  private static final String DEVICE = "SMS_R_System";

  private final Json json;
  private final CollectionNames names;

  CollectionRules(Json json, CollectionNames names) {
    this.json = json;
    this.names = names;
  }

  /**
   * Rules of an existing collection.
   *
   * @param foreign rules that Garrison does not write, as text
   */
  record Read(
      Set<QueryRule> queries,
      Set<String> includes,
      Set<String> excludes,
      Set<DirectRule> members,
      List<String> foreign) {}

  Read read(List<Row> rules) {
    Set<QueryRule> queries = new LinkedHashSet<>();
    Set<String> includes = new LinkedHashSet<>();
    Set<String> excludes = new LinkedHashSet<>();
    Set<DirectRule> members = new LinkedHashSet<>();
    List<String> foreign = new ArrayList<>();
    for (Row rule : rules) {
      switch (kind(rule)) {
        case QUERY ->
            queries.add(new QueryRule(rule.text("RuleName"), rule.text("QueryExpression")));
        case INCLUDE -> includes.add(names.nameOf(rule.text("IncludeCollectionID")));
        case EXCLUDE -> excludes.add(names.nameOf(rule.text("ExcludeCollectionID")));
        case DIRECT ->
            members.add(new DirectRule(rule.text("RuleName"), rule.numberKey("ResourceID")));
        default ->
            foreign.add(
                Text.of("device-collection.rule", "name", rule.text("RuleName")).toString());
      }
    }
    return new Read(queries, includes, excludes, members, foreign);
  }

  /** Class of a rule, as the service names it, or by the property that only this class has. */
  private static String kind(Row rule) {
    if (!rule.odataClass().isEmpty()) {
      return rule.odataClass();
    }
    if (!rule.text("QueryExpression").isEmpty()) {
      return QUERY;
    }
    if (!rule.text("IncludeCollectionID").isEmpty()) {
      return INCLUDE;
    }
    if (!rule.text("ExcludeCollectionID").isEmpty()) {
      return EXCLUDE;
    }
    return rule.number("ResourceID").isPresent() ? DIRECT : "";
  }

  /** Every rule of a collection, exclusions first. */
  List<ObjectNode> all(DeviceCollection collection) {
    List<ObjectNode> rules = new ArrayList<>();
    collection.excludes().forEach(name -> rules.add(exclude(name)));
    collection.includes().forEach(name -> rules.add(include(name)));
    collection.queries().forEach(query -> rules.add(query(query)));
    collection.members().forEach(member -> rules.add(direct(member)));
    return rules;
  }

  ObjectNode query(QueryRule rule) {
    return json.object()
        .put(TYPE, NAMESPACE + QUERY)
        .put("RuleName", rule.name())
        .put("QueryExpression", rule.expression());
  }

  ObjectNode include(String name) {
    return json.object()
        .put(TYPE, NAMESPACE + INCLUDE)
        .put("RuleName", name)
        .put("IncludeCollectionID", names.id(name));
  }

  ObjectNode exclude(String name) {
    return json.object()
        .put(TYPE, NAMESPACE + EXCLUDE)
        .put("RuleName", name)
        .put("ExcludeCollectionID", names.id(name));
  }

  ObjectNode direct(DirectRule rule) {
    return json.object()
        .put(TYPE, NAMESPACE + DIRECT)
        .put("RuleName", rule.name())
        .put("ResourceClassName", DEVICE)
        .put("ResourceID", rule.resourceId());
  }

  /** The body of the two methods with one rule as parameter. */
  ObjectNode argument(ObjectNode rule) {
    ObjectNode body = json.object();
    body.set("collectionRule", rule);
    return body;
  }
}
