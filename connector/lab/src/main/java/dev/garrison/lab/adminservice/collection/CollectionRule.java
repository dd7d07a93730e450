package dev.garrison.lab.adminservice.collection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;

/**
 * A membership rule.
 *
 * @see <a href="https://github.com/microsoft/configmgr-hub">configmgr-hub, CommonFunctions.ps1</a>
 */
sealed interface CollectionRule {
  /** Name of the rule. */
  String name();

  /** Rule as an embedded object. */
  ObjectNode json();

  record Direct(String name, long resourceId) implements CollectionRule {
    @Override
    public ObjectNode json() {
      return typed("SMS_CollectionRuleDirect", name)
          .set("ResourceClassName", "SMS_R_System")
          .set("ResourceID", resourceId)
          .done();
    }
  }

  record Query(String name, String wql) implements CollectionRule {
    @Override
    public ObjectNode json() {
      return typed("SMS_CollectionRuleQuery", name).set("QueryExpression", wql).done();
    }
  }

  record Include(String name, String collectionId) implements CollectionRule {
    @Override
    public ObjectNode json() {
      return typed("SMS_CollectionRuleIncludeCollection", name)
          .set("IncludeCollectionID", collectionId)
          .done();
    }
  }

  record Exclude(String name, String collectionId) implements CollectionRule {
    @Override
    public ObjectNode json() {
      return typed("SMS_CollectionRuleExcludeCollection", name)
          .set("ExcludeCollectionID", collectionId)
          .done();
    }
  }

  private static Rows typed(String type, String name) {
    return Rows.row().set("@odata.type", "#AdminService." + type).set("RuleName", name);
  }

  /** Reads a rule from an embedded object that already fits its table. */
  static CollectionRule of(ObjectNode json) {
    String name = text(json, "RuleName");
    return switch (json.path("@odata.type").asText()) {
      case "#AdminService.SMS_CollectionRuleDirect" -> {
        if (!text(json, "ResourceClassName").equals("SMS_R_System")) {
          throw Refusal.byProvider("a device is a resource of class SMS_R_System");
        }
        yield new Direct(
            name, Rows.number(json, "ResourceID").orElseThrow(() -> missing("ResourceID")));
      }
      case "#AdminService.SMS_CollectionRuleQuery" ->
          new Query(name, text(json, "QueryExpression"));
      case "#AdminService.SMS_CollectionRuleIncludeCollection" ->
          new Include(name, text(json, "IncludeCollectionID"));
      case "#AdminService.SMS_CollectionRuleExcludeCollection" ->
          new Exclude(name, text(json, "ExcludeCollectionID"));
      default -> throw Refusal.byProvider("a membership rule needs its @odata.type");
    };
  }

  private static String text(ObjectNode json, String property) {
    return Rows.text(json, property)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> missing(property));
  }

  private static Refusal missing(String property) {
    return Refusal.byProvider("a membership rule needs " + property);
  }
}
