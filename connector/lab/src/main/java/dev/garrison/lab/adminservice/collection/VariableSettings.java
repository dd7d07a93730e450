package dev.garrison.lab.adminservice.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A class of settings whose variables are written by PUT. */
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "joshburkard/MECMAdminService, Code",
    says =
        "PUT of SMS_CollectionSettings or SMS_MachineSettings by key makes them where there are none, and replaces their variables.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/memdocs, configmgr/develop/reference: SMS_MachineSettings",
    says =
        "Names of variables are distinct without regard to case; the lab writes nothing else of these settings, and shows the value of a masked variable.")
final class VariableSettings implements ProviderClass {
  private final String name;
  private final String key;
  private final String property;
  private final Predicate<String> known;
  private final Supplier<Stream<ObjectNode>> others;
  private final Map<String, ObjectNode> written = new TreeMap<>();

  /**
   * Creates a class without variables.
   *
   * @param known whether there is an object with this key
   * @param others settings that exist without a PUT
   */
  VariableSettings(
      String name,
      String key,
      String property,
      Predicate<String> known,
      Supplier<Stream<ObjectNode>> others) {
    this.name = name;
    this.key = key;
    this.property = property;
    this.known = known;
    this.others = others;
  }

  /** Number of variables of an object. */
  int count(String id) {
    ObjectNode own = written.get(id);
    return own == null ? 0 : own.path(property).size();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Provenance provenance() {
    return Provenance.workingCode("joshburkard/MECMAdminService, Code");
  }

  @Override
  public Stream<ObjectNode> rows() {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    others.get().forEach(row -> all.put(row.path(key).asText(), row));
    written.forEach((id, row) -> {
      if (known.test(id)) {
        all.merge(id, row.deepCopy(), (other, own) -> other.set(property, own.path(property)));
      }
    });
    return all.values().stream();
  }

  @Override
  public boolean isMadeByReplace() {
    return true;
  }

  @Override
  public ObjectNode replace(ObjectNode existing, ObjectNode body) {
    String id = existing.path(key).asText();
    if (!known.test(id)) {
      throw Refusal.byProvider("there is no object " + id);
    }
    body.fieldNames()
        .forEachRemaining(field -> {
          if (!field.equals(key) && !field.equals(property)) {
            throw Refusal.byProvider("the lab writes only variables, not " + field);
          }
        });
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode variable : body.path(property)) {
      String called = variable.path("Name").asText();
      if (called.isBlank()) {
        throw Refusal.byProvider("a variable needs a Name");
      }
      if (!names.add(called.toLowerCase(Locale.ROOT))) {
        throw Refusal.byProvider("a variable named '" + called + "' is there twice");
      }
    }
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.set(key, existing.path(key));
    row.set(property, body.path(property).deepCopy());
    written.put(id, row);
    return row;
  }
}
