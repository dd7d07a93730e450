package dev.garrison.lab.adminservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.schema.Access;
import dev.garrison.lab.adminservice.schema.ActionTable;
import dev.garrison.lab.adminservice.schema.ClassTable;
import dev.garrison.lab.adminservice.schema.EdmKind;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.PropertyTable;
import dev.garrison.lab.adminservice.schema.Schema;
import java.util.Map;

/** Checks request bodies against the class tables. */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "OData v4 JSON format",
    says = "An unknown property, a wrong type or a read-only property in a body answers 400.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference",
    says = "A missing not-null property is refused by the provider with 500.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "microsoft/configmgr-hub, samples/CommonFunctions.ps1",
    says = "An embedded object of an abstract class needs @odata.type.")
final class BodyCheck {
  private static final String TYPE = "@odata.type";
  private final Schema schema;

  BodyCheck(Schema schema) {
    this.schema = schema;
  }

  /** Checks a body that creates an instance. Defaults of the table are filled in. */
  ObjectNode create(ClassTable table, ObjectNode body) {
    known(table, body);
    ObjectNode filled = body.deepCopy();
    for (PropertyTable property : table.properties()) {
      JsonNode value = body.get(property.name());
      boolean missing = value == null || value.isNull();
      if (!missing && property.writable() == Access.READ_ONLY) {
        throw readOnly(table, property);
      }
      if (missing && property.defaultValue() != null) {
        filled.set(property.name(), property.defaultValue());
      } else if (missing && property.notNull() && isSent(property)) {
        throw Refusal.byProvider(
            "Property '" + property.name() + "' of " + table.name() + " must not be null");
      }
    }
    return filled;
  }

  private static boolean isSent(PropertyTable property) {
    return property.writable() != Access.READ_ONLY && property.writable() != Access.IGNORED;
  }

  /**
   * Checks a body that replaces an instance. Keys and create-only properties can be repeated
   * unchanged.
   */
  ObjectNode replace(ClassTable table, ObjectNode existing, ObjectNode body) {
    known(table, body);
    for (PropertyTable property : table.properties()) {
      JsonNode value = body.get(property.name());
      boolean fixed =
          property.writable() == Access.READ_ONLY || property.writable() == Access.CREATE;
      if (value == null || !fixed) {
        continue;
      }
      boolean repeatable = property.key() || property.writable() == Access.CREATE;
      if (!repeatable || !value.asText().equals(existing.path(property.name()).asText())) {
        throw readOnly(table, property);
      }
    }
    return body;
  }

  /**
   * Checks the in-parameters of a method; wrong ones are refused with 404, as Microsoft's sample
   * notes.
   */
  ObjectNode parameters(ActionTable action, ObjectNode body) {
    body.fieldNames()
        .forEachRemaining(name -> {
          if (!action.parameters().containsKey(name)) {
            throw Refusal.notFound(
                "The parameter '" + name + "' is not a parameter of " + action.name() + ".");
          }
        });
    for (Map.Entry<String, EdmKind> parameter : action.parameters().entrySet()) {
      JsonNode value = body.get(parameter.getKey());
      if (value == null || value.isNull()) {
        if (action.spares(parameter.getKey())) {
          continue;
        }
        throw Refusal.notFound(
            "The parameter '" + parameter.getKey() + "' of " + action.name() + " is missing.");
      }
      try {
        value(parameter.getKey(), parameter.getValue(), value);
      } catch (Refusal refusal) {
        throw Refusal.notFound(refusal.reason());
      }
    }
    return body;
  }

  private void known(ClassTable table, ObjectNode body) {
    body.properties()
        .forEach(entry -> {
          String name = entry.getKey();
          if (name.equals(TYPE)) {
            return;
          }
          PropertyTable property = table.property(name).orElseThrow(() -> unknown(table, name));
          if (!entry.getValue().isNull()) {
            value(name, property.edm(), entry.getValue());
          }
        });
  }

  private void value(String name, EdmKind edm, JsonNode value) {
    if (edm.isCollection()) {
      if (!value.isArray()) {
        throw wrongType(name, edm);
      }
      value.forEach(element -> value(name, edm.element(), element));
    } else if (edm.isEmbedded()) {
      embedded(name, edm, value);
    } else if (!edm.accepts(value)) {
      throw wrongType(name, edm);
    }
  }

  private void embedded(String name, EdmKind edm, JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      throw wrongType(name, edm);
    }
    String declared = edm.embeddedClass();
    String actual =
        object.has(TYPE)
            ? object.get(TYPE).asText().replaceFirst("^#AdminService\\.", "")
            : declared;
    ClassTable table =
        schema
            .find(actual)
            .filter(found -> schema.isA(found.name(), declared))
            .orElseThrow(() ->
                Refusal.badRequest("A type named '" + actual + "' does not fit " + declared + "."));
    if (table.isAbstract()) {
      throw Refusal.badRequest(
          "'" + name + "' needs '@odata.type': AdminService." + declared + " is abstract.");
    }
    known(table, object);
  }

  private static Refusal unknown(ClassTable table, String name) {
    return Refusal.badRequest(
        "The property '"
            + name
            + "' does not exist on type 'AdminService."
            + table.name()
            + "'. Make sure to only use property names that are defined by the type.");
  }

  private static Refusal readOnly(ClassTable table, PropertyTable property) {
    return Refusal.badRequest(
        "The property '"
            + property.name()
            + "' of 'AdminService."
            + table.name()
            + "' is read-only.");
  }

  private static Refusal wrongType(String name, EdmKind edm) {
    return Refusal.badRequest("The value of '" + name + "' is not of type '" + edm + "'.");
  }
}
