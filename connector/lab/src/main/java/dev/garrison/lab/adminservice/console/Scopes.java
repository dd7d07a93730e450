package dev.garrison.lab.adminservice.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.application.Application;
import dev.garrison.lab.adminservice.application.Applications;
import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Security scopes and the applications in them. */
@KnownFrom(
    mark = Mark.INFERRED,
    source =
        "learn.microsoft.com/intune/configmgr/core/servers/deploy/configure/configure-role-based-administration",
    says =
        "A new application is in the scope of the user who made it; the lab's user has Default. RemoveMemberships leaves each object in one scope at least.")
public final class Scopes implements Applications.Listener {
  private static final String DEFAULT = "SMS00UNA";
  private static final int APPLICATION = 31;
  private static final Map<String, String> CATEGORIES =
      Map.of(DEFAULT, "Default", "PS100001", "Servers");
  private final SiteContext site;
  private final Folders.ObjectNames names;
  private final SortedSet<String> memberships = new TreeSet<>();

  /** Creates a site's scopes. */
  public Scopes(SiteContext site, Folders.ObjectNames names) {
    this.site = site;
    this.names = names;
  }

  /** The classes to serve. */
  public List<ProviderClass> classes() {
    return List.of(
        new FixedRows(
            "SMS_SecuredCategory",
            Provenance.documented("MicrosoftDocs/SCCMdocs, SMS_SecuredCategory server WMI class"),
            this::categories),
        new MembershipClass(this));
  }

  private Stream<ObjectNode> categories() {
    return CATEGORIES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry ->
            Rows.row()
                .set("CategoryID", entry.getKey())
                .set("CategoryName", entry.getValue())
                .set("CategoryDescription", "")
                .set("IsBuiltIn", entry.getKey().startsWith("SMS"))
                .set("SourceSite", site.code())
                .done());
  }

  private Stream<ObjectNode> rows() {
    return List.copyOf(memberships).stream()
        .map(text -> {
          String[] parts = text.split("\n", -1);
          return Rows.row()
              .set("CategoryID", parts[0])
              .set("ObjectKey", parts[1])
              .set("ObjectTypeID", APPLICATION)
              .done();
        });
  }

  @Override
  public void revised(Application application) {
    if (application.revisions().size() == 1) {
      memberships.add(DEFAULT + "\n" + application.modelName());
    }
  }

  @Override
  public void deleted(String modelName) {
    memberships.removeIf(text -> text.endsWith("\n" + modelName));
  }

  /** Names of the scopes that contain an application. */
  public List<String> namesOf(String modelName) {
    return CATEGORIES.entrySet().stream()
        .filter(category -> memberships.contains(category.getKey() + "\n" + modelName))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  private void add(String category, String key, int type) {
    if (!CATEGORIES.containsKey(category)) {
      throw Refusal.byProvider("there is no security scope " + category);
    }
    if (type != APPLICATION || names.nameOf(Folders.APPLICATIONS, key).isEmpty()) {
      throw Refusal.byProvider("there is no object " + key + " of type " + type);
    }
    memberships.add(category + "\n" + key);
  }

  private void remove(String category, String key) {
    String membership = category + "\n" + key;
    if (!memberships.contains(membership)) {
      throw Refusal.byProvider(key + " is not in the security scope " + category);
    }
    if (memberships.stream().filter(text -> text.endsWith("\n" + key)).count() == 1) {
      throw Refusal.byProvider(key + " needs a security scope");
    }
    memberships.remove(membership);
  }

  /** Adds the applications in scopes to the dump. */
  public void dump(Dump dump) {
    for (String text : memberships) {
      String[] parts = text.split("\n", -1);
      String name = names.nameOf(Folders.APPLICATIONS, parts[1]);
      if (!name.isEmpty()) {
        dump.add(
            "scopes", Map.of("scope", CATEGORIES.getOrDefault(parts[0], parts[0]), "object", name));
      }
    }
  }

  private record MembershipClass(Scopes scopes) implements ProviderClass {
    @Override
    public String name() {
      return "SMS_SecuredCategoryMembership";
    }

    @Override
    public Provenance provenance() {
      return Provenance.workingCode("autopkg/iancohn-recipes, McmApiProcessors");
    }

    @Override
    public Stream<ObjectNode> rows() {
      return scopes.rows();
    }

    @Override
    public ObjectNode call(String method, ObjectNode parameters) {
      JsonNode types = parameters.path("ObjectTypeIDs");
      JsonNode keys = parameters.path("ObjectIDs");
      if (types.size() != keys.size()) {
        throw Refusal.byProvider("each object needs its type");
      }
      for (int i = 0; i < keys.size(); i++) {
        for (JsonNode category : parameters.path("CategoryIDs")) {
          if (method.equals("RemoveMemberships")) {
            scopes.remove(category.asText(), keys.get(i).asText());
          } else {
            scopes.add(category.asText(), keys.get(i).asText(), types.get(i).asInt());
          }
        }
      }
      return Rows.success();
    }
  }
}
