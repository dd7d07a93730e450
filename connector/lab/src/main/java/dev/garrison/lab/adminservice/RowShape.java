package dev.garrison.lab.adminservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.schema.ClassTable;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.PropertyTable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Converts rows to JSON as the service sends them. A row has every property of the table (null
 * where empty), the provider's system properties, and an etag that is only the key.
 *
 * @see <a href="https://github.com/dustinestes/MECM_Toolkit">MECM_Toolkit, Administration Service:
 *     recorded answers</a>
 */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "dustinestes/MECM_Toolkit, Administration Service",
    says = "The etag is the key; rows carry the system properties __CLASS, __PATH and so on.")
final class RowShape {
  private final ClassTable table;
  private final String server;
  private final List<String> keys;
  private final List<String> lazy;

  RowShape(ClassTable table, String server) {
    this.table = table;
    this.server = server;
    this.keys = table.keys().stream().map(PropertyTable::name).toList();
    this.lazy =
        table.properties().stream().filter(PropertyTable::lazy).map(PropertyTable::name).toList();
  }

  /** Key as the etag shows it: values joined by semicolons. */
  String etag(ObjectNode row) {
    return keys.stream().map(key -> row.path(key).asText()).collect(Collectors.joining(";"));
  }

  /** Row without lazy properties, because lists and filters do not fill them. */
  ObjectNode withoutLazy(ObjectNode row) {
    if (lazy.isEmpty()) {
      return row;
    }
    ObjectNode copy = row.deepCopy();
    lazy.forEach(copy::putNull);
    return copy;
  }

  /** Row with only the selected properties. */
  ObjectNode selected(ObjectNode row, List<String> select) {
    Rows shaped = Rows.row().set("@odata.etag", etag(row));
    select.forEach(name -> shaped.set(name, value(row, name)));
    return shaped.done();
  }

  /** Complete row. */
  ObjectNode whole(ObjectNode row) {
    Rows shaped = Rows.row().set("@odata.etag", etag(row));
    String path = table.name() + "." + relativeKey(row);
    shaped
        .set("__GENUS", 2)
        .set("__CLASS", table.name())
        .set("__SUPERCLASS", table.base())
        .set("__DYNASTY", "SMS_BaseClass")
        .set("__RELPATH", path)
        .set("__PROPERTY_COUNT", table.properties().size())
        .set("__DERIVATION", List.of(table.base()))
        .set("__SERVER", server)
        .set("__NAMESPACE", "root\\sms\\site")
        .set("__PATH", "\\\\" + server + "\\root\\sms\\site:" + path)
        .set("__LAZYPROPERTIES", lazy)
        .set("__QUALIFIER_SECURITYVERBS", -1);
    table
        .properties()
        .forEach(property -> shaped.set(property.name(), value(row, property.name())));
    return shaped.done();
  }

  private String relativeKey(ObjectNode row) {
    return keys.stream().map(key -> key + "=" + row.path(key)).collect(Collectors.joining(","));
  }

  private static JsonNode value(ObjectNode row, String name) {
    JsonNode value = row.get(name);
    return value == null ? row.nullNode() : value;
  }
}
