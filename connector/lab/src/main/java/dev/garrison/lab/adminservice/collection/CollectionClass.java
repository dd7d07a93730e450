package dev.garrison.lab.adminservice.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The class SMS_Collection over the AdminService. Only builds without AddMembershipRule accept
 * rules in the body of a create (inferred); every build refuses RefreshSchedule.
 */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "microsoft/configmgr-hub, samples/CommonFunctions.ps1",
    says =
        "AddMembershipRule exists from build 9068 on; before, rules are taken in the body of the create (inferred), afterwards they are refused there (inferred).")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "AdamGrossTX/ConfigMgr.AdminService issue 12",
    says = "AddMembershipRules answers 404 with an ODataParameterReader text.")
@KnownFrom(
    mark = Mark.INFERRED,
    source =
        "learn.microsoft.com/previous-versions/system-center/packs/hh967528 (Orchestrator itself refuses to delete a collection with deployments, to protect them)",
    says =
        "Deleting a collection also deletes all deployments to it, including those of"
            + " other owners; it is refused if the collection limits another one, or another"
            + " one includes or excludes it.")
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "joshburkard/MECMAdminService, Code",
    says = "RefreshSchedule in a body answers 500.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "joshburkard/MECMAdminService, Code",
    says = "RequestRefresh of a built-in collection is refused.")
public final class CollectionClass implements ProviderClass {
  private static final int RULES_BY_METHOD_SINCE = 9068;
  private static final Set<Long> REFRESH_TYPES = Set.of(1L, 2L, 4L, 6L);
  private static final String RULES = "CollectionRules";

  private final SiteContext site;
  private final Collections collections;
  private final UnaryOperator<String> folders;
  private final ToIntFunction<String> variables;
  private final Consumer<String> beforeDeletion;

  /**
   * Creates the class for collections.
   *
   * @param folders path of the folder by the id of the collection in it
   * @param variables number of variables by the id of the collection that has them
   * @param beforeDeletion called with the id of a collection that is about to be deleted
   */
  public CollectionClass(
      SiteContext site,
      Collections collections,
      UnaryOperator<String> folders,
      ToIntFunction<String> variables,
      Consumer<String> beforeDeletion) {
    this.folders = folders;
    this.variables = variables;
    this.site = site;
    this.collections = collections;
    this.beforeDeletion = beforeDeletion;
  }

  @Override
  public String name() {
    return "SMS_Collection";
  }

  @Override
  public Provenance provenance() {
    return Provenance.recorded(
        "dustinestes/MECM_Toolkit; microsoft/configmgr-hub; joshburkard/MECMAdminService");
  }

  @Override
  public Stream<ObjectNode> rows() {
    return collections.all().stream().map(this::row).toList().stream();
  }

  private ObjectNode row(CollectionRecord record) {
    CollectionRecord.Definition definition = record.definition();
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    definition.rules().forEach(rule -> rules.add(rule.json()));
    int members = record.members().cardinality();
    return Rows.row()
        .set("CollectionID", record.id())
        .set("Name", definition.name())
        .set("Comment", definition.comment())
        .set("CollectionType", definition.type())
        .set("LimitToCollectionID", definition.limitTo().orElse(""))
        .set("LimitToCollectionName", definition.limitTo().flatMap(collections::nameOf).orElse(""))
        .set("RefreshType", definition.refreshType())
        .set("RefreshSchedule", JsonNodeFactory.instance.arrayNode())
        .set(RULES, rules)
        .set("CurrentStatus", record.status())
        .set("IsBuiltIn", record.isBuiltIn())
        .set("IsReferenceCollection", false)
        .set("OwnedByThisSite", true)
        .set("MemberCount", members)
        .set("LocalMemberCount", members)
        .set("MemberClassName", "SMS_CM_RES_COLL_" + record.id())
        .set("IncludeExcludeCollectionsCount", 0)
        .set("ServiceWindowsCount", collections.windows().containsKey(record.id()) ? 1 : 0)
        .set("ObjectPath", folders.apply(record.id()))
        .set("CloudSyncCount", 0)
        .set("CollectionVariablesCount", variables.applyAsInt(record.id()))
        .set("FullEvaluationMemberChanges", 0)
        .set("FullEvaluationRunTime", 0)
        .set("IncrementalEvaluationMemberChanges", 0)
        .set("IncrementalEvaluationRunTime", 0)
        .setTime("FullEvaluationLastRefreshTime", record.refreshed())
        .setTime("FullEvaluationMemberChangeTime", record.membersChanged())
        .setTime("FullEvaluationNextRefreshTime", Optional.empty())
        .setTime("IncrementalEvaluationLastRefreshTime", Optional.empty())
        .setTime("IncrementalEvaluationMemberChangeTime", Optional.empty())
        .set("LastChangeTime", record.changed())
        .setTime("LastRefreshTime", record.refreshed())
        .setTime("LastMemberChangeTime", record.membersChanged())
        .done();
  }

  @Override
  public ObjectNode create(ObjectNode body) {
    refuseSchedule(body);
    long type = Rows.number(body, "CollectionType").orElse(2L);
    if (type != 2) {
      throw Refusal.byProvider("the lab keeps device collections only (CollectionType 2)");
    }
    var definition =
        new CollectionRecord.Definition(
            nameIn(body),
            Rows.text(body, "Comment").orElse(""),
            Optional.of(limitIn(body)),
            2,
            refreshTypeIn(body).orElse(1),
            rulesIn(body));
    return row(collections.create(definition));
  }

  private List<CollectionRule> rulesIn(ObjectNode body) {
    List<CollectionRule> rules = new ArrayList<>();
    if (body.path(RULES).isEmpty()) {
      return rules;
    }
    if (site.build() >= RULES_BY_METHOD_SINCE) {
      throw Refusal.byProvider("CollectionRules in a body were never seen to work on this build");
    }
    for (JsonNode rule : body.path(RULES)) {
      rules.add(CollectionRule.of((ObjectNode) rule));
    }
    return rules;
  }

  private static void refuseSchedule(ObjectNode body) {
    if (body.hasNonNull("RefreshSchedule")) {
      throw Refusal.byProvider("RefreshSchedule cannot be written over the AdminService");
    }
  }

  private static String nameIn(ObjectNode body) {
    return Rows.text(body, "Name")
        .filter(name -> !name.isBlank() && name.length() <= 255)
        .orElseThrow(() -> Refusal.byProvider("a collection needs a Name of 1 to 255 characters"));
  }

  private static Optional<Integer> refreshTypeIn(ObjectNode body) {
    Optional<Long> type = Rows.number(body, "RefreshType");
    if (type.isPresent() && !REFRESH_TYPES.contains(type.get())) {
      throw Refusal.byProvider("RefreshType is 1, 2, 4 or 6, not " + type.get());
    }
    return type.map(Long::intValue);
  }

  private String limitIn(ObjectNode body) {
    Optional<String> id = Rows.text(body, "LimitToCollectionID");
    Optional<String> name = Rows.text(body, "LimitToCollectionName");
    if (id.isPresent() == name.isPresent()) {
      throw Refusal.byProvider("either LimitToCollectionID or LimitToCollectionName, not both");
    }
    if (id.isPresent()) {
      return collections.require(id.get()).id();
    }
    return collections
        .named(name.orElse(""))
        .map(CollectionRecord::id)
        .orElseThrow(() -> Refusal.byProvider("there is no collection " + name.orElse("")));
  }

  @Override
  public ObjectNode replace(ObjectNode existing, ObjectNode body) {
    CollectionRecord record = modifiable(existing);
    refuseSchedule(body);
    if (body.has(RULES)) {
      throw Refusal.byProvider("CollectionRules are not replaced by PUT");
    }
    for (String needed : List.of("Name", "CollectionType", "Comment")) {
      if (!body.hasNonNull(needed)) {
        throw Refusal.byProvider("PUT repeats every required property; " + needed + " is missing");
      }
    }
    var definition =
        new CollectionRecord.Definition(
            nameIn(body),
            Rows.text(body, "Comment").orElse(""),
            Optional.of(limitIn(body)),
            record.definition().type(),
            refreshTypeIn(body)
                .orElseThrow(() ->
                    Refusal.byProvider(
                        "PUT repeats every required property; RefreshType is missing")),
            record.definition().rules());
    return row(collections.change(record.id(), definition));
  }

  private CollectionRecord modifiable(ObjectNode existing) {
    CollectionRecord record = collections.require(existing.path("CollectionID").asText());
    if (record.isBuiltIn()) {
      throw Refusal.byProvider("a built-in collection is not changed");
    }
    return record;
  }

  @Override
  public void delete(ObjectNode existing) {
    CollectionRecord record = modifiable(existing);
    collections.requireUnused(record.id());
    beforeDeletion.accept(record.id());
    collections.remove(record.id());
  }

  @Override
  public ObjectNode invoke(String method, ObjectNode existing, ObjectNode parameters) {
    CollectionRecord record = modifiable(existing);
    switch (method) {
      case "RequestRefresh" -> collections.refresh(record.id());
      case "AddMembershipRule" -> addRule(record, CollectionRule.of(rule(parameters)));
      case "DeleteMembershipRule" -> removeRule(record, CollectionRule.of(rule(parameters)));
      case "AddMembershipRules" ->
          throw Refusal.notFound(
              "ODataParameterReader.ReadAsync was called in state 'ResourceSet'; the parameter's"
                  + " value must be read first.");
      default -> throw Refusal.notFound("No method " + method + " on SMS_Collection.");
    }
    return Rows.success();
  }

  private static ObjectNode rule(ObjectNode parameters) {
    return (ObjectNode) parameters.path("collectionRule");
  }

  private void addRule(CollectionRecord record, CollectionRule rule) {
    List<CollectionRule> rules = new ArrayList<>(record.definition().rules());
    rules.add(rule);
    collections.change(record.id(), record.definition().with(rules));
  }

  private void removeRule(CollectionRecord record, CollectionRule rule) {
    List<CollectionRule> rules = new ArrayList<>(record.definition().rules());
    if (!rules.remove(rule)) {
      throw Refusal.byProvider("the collection has no such rule: " + rule.name());
    }
    collections.change(record.id(), record.definition().with(rules));
  }
}
