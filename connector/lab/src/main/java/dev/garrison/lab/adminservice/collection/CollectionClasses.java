package dev.garrison.lab.adminservice.collection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.Provenance;
import dev.garrison.lab.adminservice.wql.WqlQuery;
import dev.garrison.lab.adminservice.wql.WqlSource;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Fleet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Provider classes for collections, their members, windows, and query rules. */
public final class CollectionClasses {
  private final SiteContext site;
  private final Collections collections;
  private final Fleet fleet;
  private final WqlSource devices;
  private final UnaryOperator<String> folders;

  /**
   * Creates the classes for a site's collections.
   *
   * @param folders path of the folder by the id of the collection in it
   */
  public CollectionClasses(
      SiteContext site,
      Collections collections,
      Fleet fleet,
      WqlSource devices,
      UnaryOperator<String> folders) {
    this.folders = folders;
    this.site = site;
    this.collections = collections;
    this.fleet = fleet;
    this.devices = devices;
  }

  /**
   * The classes to serve.
   *
   * @param beforeDeletion called with the id of a collection that is about to be deleted
   */
  public List<ProviderClass> all(Consumer<String> beforeDeletion) {
    VariableSettings settings =
        new VariableSettings(
            "SMS_CollectionSettings",
            "CollectionID",
            "CollectionVariables",
            id -> collections.nameOf(id).isPresent(),
            new WindowRows(site, collections)::rows);
    return List.of(
        new CollectionClass(site, collections, folders, settings::count, beforeDeletion),
        new MembershipClass(site, collections, fleet),
        settings,
        new VariableSettings(
            "SMS_MachineSettings",
            "ResourceID",
            "MachineVariables",
            id -> fleet.indexOf(Long.parseLong(id)).isPresent(),
            Stream::empty),
        new QueryRuleClass(devices));
  }

  /**
   * Adds the collections that callers created to the dump; those with windows belong to the site
   * file.
   */
  public void dump(Dump dump) {
    for (CollectionRecord record : collections.all()) {
      if (!record.isBuiltIn() && !collections.windows().containsKey(record.id())) {
        CollectionRecord.Definition definition = record.definition();
        dump.add(
            "collections",
            Map.of(
                "name", definition.name(),
                "comment", definition.comment(),
                "limitTo", definition.limitTo().flatMap(collections::nameOf).orElse(""),
                "refreshType", definition.refreshType(),
                "rules", definition.rules().stream().map(this::words).sorted().toList(),
                "members",
                    fleet.size() > 1000
                        ? record.members().cardinality()
                        : record.members().stream()
                            .mapToObj(index -> fleet.at(index).name())
                            .toList()));
      }
    }
  }

  private String words(CollectionRule rule) {
    return switch (rule) {
      case CollectionRule.Direct direct ->
          "direct "
              + fleet.at((int) (direct.resourceId() - Device.FIRST_RESOURCE_ID)).name()
              + " as "
              + direct.name();
      case CollectionRule.Query query -> "query " + query.name() + ": " + query.wql();
      case CollectionRule.Include include ->
          "include "
              + collections.nameOf(include.collectionId()).orElse("")
              + " as "
              + include.name();
      case CollectionRule.Exclude exclude ->
          "exclude "
              + collections.nameOf(exclude.collectionId()).orElse("")
              + " as "
              + exclude.name();
    };
  }

  /** The class SMS_CollectionRuleQuery with its method ValidateQuery. */
  private record QueryRuleClass(WqlSource devices) implements ProviderClass {
    @Override
    public String name() {
      return "SMS_CollectionRuleQuery";
    }

    @Override
    public Provenance provenance() {
      return Provenance.documented(
          "MicrosoftDocs/SCCMdocs, ValidateQuery method in class SMS_CollectionRuleQuery");
    }

    @Override
    public Stream<ObjectNode> rows() {
      return Stream.empty();
    }

    @Override
    public ObjectNode call(String method, ObjectNode parameters) {
      boolean valid = WqlQuery.parse(devices, parameters.path("WQLQuery").asText()).isPresent();
      return Rows.row().set("ReturnValue", valid).done();
    }
  }
}
