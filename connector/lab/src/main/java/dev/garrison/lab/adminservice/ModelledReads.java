package dev.garrison.lab.adminservice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.odata.ODataQuery;
import dev.garrison.lab.adminservice.odata.QueryString;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.schema.ClassTable;
import dev.garrison.lab.adminservice.schema.EdmKind;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.PropertyTable;
import dev.garrison.lab.adminservice.schema.Provenance;
import dev.garrison.lab.adminservice.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets of the v1.0 route that can be read; each shows objects of a WMI class in other words. */
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "azitc-ac/SCCM-RightClickTools, AZITC-Toolkit; AdamGrossTX/ConfigMgr.AdminService",
    says =
        "v1.0/Device finds a device by Name and answers MachineId and SMSID; v1.0/Device(id) answers a plain object.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/memdocs, memdocs/configmgr/develop/adminservice/overview.md",
    says =
        "The service document of v1.0, its sets Application and Collection, and every property except MachineId, Name, SMSID and CIGUID are the lab's.")
final class ModelledReads {
  private static final Pattern ADDRESS = Pattern.compile("/(\\w+)(?:\\('?([^'()]+)'?\\))?");
  private static final Pattern MODEL = Pattern.compile(".*/Application_");
  private static final Provenance SOURCE = Provenance.inferred("the lab's");
  private static final String COLLECTION =
      "CollectionID Name Comment CollectionType LimitToCollectionID MemberCount";

  /** Sets with their keys first, each property with its name in the WMI class. */
  private static final List<View> VIEWS =
      List.of(
          new View(
              "Application",
              "SMS_ApplicationLatest",
              "CIGUID=ModelName CI_ID DisplayName=LocalizedDisplayName SoftwareVersion IsDeployed"),
          new View("Collection", "SMS_Collection", COLLECTION),
          new View("Collections", "SMS_Collection", COLLECTION),
          new View(
              "Device",
              "SMS_CombinedDeviceResources",
              "MachineId=ResourceID Name SMSID Domain SiteCode IsClient IsActive IsObsolete"
                  + " ClientVersion DeviceOS AADDeviceID"));

  private final Provider provider;
  private final JsonText json;
  private final boolean lenient;

  private record View(String set, String type, String properties) {
    private Stream<String[]> names() {
      return Stream.of(properties.split(" ", -1))
          .map(each -> each.contains("=") ? each.split("=", -1) : new String[] {each, each});
    }

    private ClassTable table(Schema schema) {
      Optional<ClassTable> wmi = schema.find(type);
      List<PropertyTable> all = new ArrayList<>();
      names()
          .forEach(name -> {
            EdmKind kind =
                wmi.flatMap(table -> table.property(name[1]))
                    .map(PropertyTable::edm)
                    .orElseGet(() -> EdmKind.of("Edm.String"));
            all.add(
                new PropertyTable(
                    name[0], kind, all.isEmpty(), false, false, null, 0, null, null, null));
          });
      return new ClassTable(
          set, ClassTable.Kind.ENTITY, false, "", SOURCE.mark(), SOURCE.source(), all, null);
    }
  }

  ModelledReads(Provider provider, JsonText json, boolean lenient) {
    this.provider = provider;
    this.json = json;
    this.lenient = lenient;
  }

  /** Answer to a GET; empty if this is none of the sets or something below one. */
  Optional<ObjectNode> read(@Nullable String query, String path) {
    if (path.isEmpty() || path.equals("/")) {
      return Optional.of(serviceDocument());
    }
    Matcher address = ADDRESS.matcher(path);
    if (!address.matches()) {
      return Optional.empty();
    }
    return VIEWS.stream()
        .filter(view -> view.set().equalsIgnoreCase(address.group(1)))
        .findFirst()
        .map(view -> address.group(2) == null ? list(view, query) : single(view, address.group(2)));
  }

  private ObjectNode serviceDocument() {
    ObjectNode document = json.mapper().createObjectNode();
    ArrayNode sets = document.putArray("value");
    Stream.concat(VIEWS.stream().map(View::set), Stream.of("Script"))
        .forEach(set -> sets.addObject().put("name", set).put("kind", "EntitySet").put("url", set));
    return document;
  }

  private ObjectNode list(View view, @Nullable String query) {
    ODataQuery wanted =
        ODataQuery.of(view.table(provider.schema()), QueryString.decode(query, lenient));
    if (!wanted.orderBy().isEmpty()) {
      throw Refusal.badRequest("The lab orders no rows on the route v1.0.");
    }
    ObjectNode answer = json.mapper().createObjectNode();
    ArrayNode list = answer.putArray("value");
    rows(view)
        .filter(row -> wanted.filter().isEmpty() || wanted.filter().get().matches(row))
        .skip(wanted.skip())
        .limit(wanted.top().orElse(Long.MAX_VALUE))
        .forEach(row -> list.add(wanted.select().isEmpty() ? row : row.retain(wanted.select())));
    return answer;
  }

  private ObjectNode single(View view, String key) {
    String property = view.table(provider.schema()).keys().getFirst().name();
    return rows(view)
        .filter(row -> row.path(property).asText().equalsIgnoreCase(key))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("No " + view.set() + " has the key " + key + "."));
  }

  private Stream<ObjectNode> rows(View view) {
    return provider.alone(() -> provider.behaviour(view.type()).rows().toList()).stream()
        .map(row -> {
          ObjectNode shown = json.mapper().createObjectNode();
          view.names().forEach(name -> shown.set(name[0], row.path(name[1])));
          if (shown.has("CIGUID")) {
            shown.put("CIGUID", MODEL.matcher(shown.path("CIGUID").asText()).replaceFirst(""));
          }
          return shown;
        });
  }
}
