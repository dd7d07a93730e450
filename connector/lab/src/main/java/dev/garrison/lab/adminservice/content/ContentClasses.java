package dev.garrison.lab.adminservice.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Provider classes for content packages and distribution point groups. Their methods distribute and
 * remove content.
 */
public final class ContentClasses {
  private static final Provenance IAN =
      Provenance.workingCode("autopkg/iancohn-recipes, McmApiProcessors");
  private final SiteContext site;
  private final Distribution distribution;

  /** Creates the classes for a site's distribution. */
  public ContentClasses(SiteContext site, Distribution distribution) {
    this.site = site;
    this.distribution = distribution;
  }

  /** The classes to serve. */
  public List<ProviderClass> all() {
    List<ProviderClass> classes = new ArrayList<>();
    classes.add(new PackageClass(site, distribution));
    classes.add(new GroupClass(site, distribution));
    classes.addAll(new StatusRows(site, distribution).classes());
    return classes;
  }

  /** Adds the content, and the groups to which it was sent, to the dump. */
  public void dump(Dump dump) {
    for (ContentPackage content : distribution.visible()) {
      dump.add(
          "content",
          Map.of(
              "application", content.name(),
              "contentId", content.content().id(),
              "location", content.content().location(),
              "files", content.content().files().keySet().stream().sorted().toList(),
              "groups",
                  content.groups().stream()
                      .map(id -> distribution.group(id).name())
                      .sorted()
                      .toList()));
    }
  }

  private static List<String> texts(ObjectNode parameters, String name) {
    List<String> values = new ArrayList<>();
    for (JsonNode value : parameters.path(name)) {
      values.add(value.asText());
    }
    if (values.isEmpty()) {
      throw Refusal.byProvider(name + " is empty");
    }
    return values;
  }

  private record PackageClass(SiteContext site, Distribution distribution)
      implements ProviderClass {
    private static final int APPLICATION = 31;
    private static final int CONTENT_PACKAGE = 8;

    @Override
    public String name() {
      return "SMS_ContentPackage";
    }

    @Override
    public Provenance provenance() {
      return IAN;
    }

    @Override
    public Stream<ObjectNode> rows() {
      return List.copyOf(distribution.visible()).stream().map(this::row);
    }

    private ObjectNode row(ContentPackage content) {
      return Rows.row()
          .set("PackageID", content.packageId())
          .set("Name", content.name())
          .set("SecurityKey", content.modelName())
          .set("ObjectTypeID", APPLICATION)
          .set("PackageType", CONTENT_PACKAGE)
          .set("PkgSourcePath", content.content().location())
          .set("SourceVersion", content.sourceVersion())
          .set("StoredPkgVersion", content.sourceVersion())
          .set("SourceDate", content.visibleFrom())
          .set("LastRefreshTime", content.visibleFrom())
          .set("SourceSite", site.code())
          .done();
    }

    @Override
    public ObjectNode invoke(String method, ObjectNode existing, ObjectNode parameters) {
      if (!method.equals("AddDistributionPointGroup")) {
        throw Refusal.notFound("No method " + method + " on SMS_ContentPackage.");
      }
      distribution.add(
          existing.path("PackageID").asText(), texts(parameters, "DistributionPointGroup"));
      return Rows.success();
    }
  }

  private record GroupClass(SiteContext site, Distribution distribution) implements ProviderClass {
    @Override
    public String name() {
      return "SMS_DistributionPointGroup";
    }

    @Override
    public Provenance provenance() {
      return IAN;
    }

    @Override
    public Stream<ObjectNode> rows() {
      return distribution.groups().stream().map(this::row);
    }

    private ObjectNode row(PointGroup group) {
      long contents =
          distribution.visible().stream()
              .filter(content -> content.groups().contains(group.id()))
              .count();
      return Rows.row()
          .set("GroupID", group.id())
          .set("Name", group.name())
          .set("Description", "")
          .set("MemberCount", group.points().size())
          .set("HasMember", true)
          .set("ContentCount", contents)
          .set("SourceSite", site.code())
          .done();
    }

    @Override
    public ObjectNode invoke(String method, ObjectNode existing, ObjectNode parameters) {
      if (!method.equals("RemovePackages")) {
        throw Refusal.notFound("No method " + method + " on SMS_DistributionPointGroup.");
      }
      for (String packageId : texts(parameters, "PackageIDs")) {
        distribution.remove(packageId, existing.path("GroupID").asText());
      }
      return Rows.success();
    }
  }
}
