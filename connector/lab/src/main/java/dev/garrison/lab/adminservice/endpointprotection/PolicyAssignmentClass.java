package dev.garrison.lab.adminservice.endpointprotection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The class SMS_ConfigurationPolicyAssignment: deployments of policies to collections. As with
 * applications, the start comes back without its seconds and PUT is refused.
 */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, SMS_ConfigurationPolicyAssignment server WMI class",
    says =
        "A policy is deployed by POST like an application, with AssignmentType 8 and"
            + " one CI; no public source shows it.")
final class PolicyAssignmentClass implements ProviderClass {
  private static final long FIRST_ID = 16779400L;
  private static final long POLICY = 8;

  private final SiteContext site;
  private final OnboardingPolicies policies;
  private final Collections collections;
  private final Consumer<String> changed;
  private final Map<Long, Entry> entries = new TreeMap<>();
  private long next = FIRST_ID;

  private record Entry(
      long id, ObjectNode settings, long policy, String collection, Instant made) {}

  /**
   * @param changed called with the collection whose policies changed
   */
  PolicyAssignmentClass(
      SiteContext site,
      OnboardingPolicies policies,
      Collections collections,
      Consumer<String> changed) {
    this.site = site;
    this.policies = policies;
    this.collections = collections;
    this.changed = changed;
  }

  /** Removes the deployments to a collection that is deleted. */
  void collectionGoes(String collection) {
    entries.values().removeIf(entry -> entry.collection().equals(collection));
  }

  /** Policy of a device. */
  Optional<OnboardingPolicies.Policy> of(int device) {
    return entries.values().stream()
        .filter(entry -> entry.settings().path("Enabled").asBoolean())
        .filter(entry -> collections.members(entry.collection()).get(device))
        .flatMap(entry -> policies.find(entry.policy()).stream())
        .findFirst();
  }

  Stream<Map<String, Object>> dumped() {
    return entries.values().stream()
        .map(entry ->
            Map.of(
                "name", entry.settings().path("AssignmentName").asText(),
                "policy",
                    policies.find(entry.policy()).map(OnboardingPolicies.Policy::name).orElse(""),
                "collection", collections.nameOf(entry.collection()).orElse("")));
  }

  @Override
  public String name() {
    return "SMS_ConfigurationPolicyAssignment";
  }

  @Override
  public Provenance provenance() {
    return Provenance.documented(
        "MicrosoftDocs/SCCMdocs, SMS_ConfigurationPolicyAssignment server WMI class");
  }

  @Override
  public Stream<ObjectNode> rows() {
    return List.copyOf(entries.values()).stream().map(this::row);
  }

  private ObjectNode row(Entry entry) {
    ObjectNode row = entry.settings().deepCopy();
    row.setAll(
        Rows.row()
            .set("AssignmentID", entry.id())
            .set("AssignmentUniqueID", uniqueId(entry.id()))
            .set("AssignedCI_UniqueID", policies.uniqueId(entry.policy()) + "/1")
            .set("ContainsExpiredUpdates", false)
            .set("CreationTime", entry.made())
            .set("LastModificationTime", entry.made())
            .set("LastModifiedBy", site.user())
            .set("LocaleID", 1033)
            .set("SourceSite", site.code())
            .set("StartTime", start(entry.settings()))
            .setTime("EnforcementDeadline", Optional.empty())
            .setTime("ExpirationTime", Optional.empty())
            .done());
    return row;
  }

  private static Instant start(ObjectNode settings) {
    return Instant.parse(settings.path("StartTime").asText()).truncatedTo(ChronoUnit.MINUTES);
  }

  private String uniqueId(long id) {
    UUID uuid = UUID.nameUUIDFromBytes((site.code() + id).getBytes(StandardCharsets.UTF_8));
    return "{" + uuid.toString().toUpperCase(Locale.ROOT) + "}";
  }

  @Override
  public ObjectNode create(ObjectNode body) {
    if (Rows.number(body, "AssignmentType").orElse(0L) != POLICY) {
      throw Refusal.byProvider("the AssignmentType of a policy is 8");
    }
    if (body.path("AssignedCIs").size() != 1) {
      throw Refusal.byProvider("a deployment of a policy assigns exactly one CI");
    }
    long policy = body.path("AssignedCIs").get(0).asLong();
    if (policies.find(policy).isEmpty()) {
      throw Refusal.byProvider("CI " + policy + " is no policy");
    }
    String collection = Rows.text(body, "TargetCollectionID").orElse("");
    if (collections.nameOf(collection).isEmpty()) {
      throw Refusal.byProvider("there is no collection " + collection);
    }
    Entry made = new Entry(next++, body.deepCopy(), policy, collection, site.timeline().now());
    start(made.settings());
    entries.put(made.id(), made);
    changed.accept(collection);
    return row(made);
  }

  @Override
  public void delete(ObjectNode existing) {
    Entry gone = entries.remove(existing.path("AssignmentID").asLong());
    if (gone == null) {
      throw Refusal.byProvider("there is no such deployment");
    }
    changed.accept(gone.collection());
  }
}
