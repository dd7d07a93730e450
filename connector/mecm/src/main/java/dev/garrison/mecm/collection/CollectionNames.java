package dev.garrison.mecm.collection;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All device collections of a site by name and by identifier, from one list read. */
final class CollectionNames {
  private final Map<String, List<Row>> byName = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  void add(Row row) {
    // The site's database compares without case.
    byName.computeIfAbsent(key(row.text("Name")), _ -> new ArrayList<>()).add(row);
    names.put(row.textKey("CollectionID"), row.text("Name"));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  List<Row> named(String name) {
    return byName.getOrDefault(key(name), List.of());
  }

  /** The name, or the identifier if the account may not see that collection. */
  String nameOf(String id) {
    return names.getOrDefault(id, id);
  }

  /** The identifier of a collection that must exist. */
  String id(String name) {
    List<Row> rows = named(name);
    if (rows.size() > 1) {
      throw new RefusalException(
          Diagnostic.error(
              CollectionCode.COLLECTION_MISSING,
              Message.of("device-collection.ambiguous", "count", rows.size(), "name", name)));
    }
    if (rows.isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(
              CollectionCode.COLLECTION_MISSING,
              Message.of("device-collection.missing", "name", name)));
    }
    return rows.getFirst().textKey("CollectionID");
  }

  /** Every collection, in the order of the service. */
  Iterable<Row> all() {
    return () -> byName.values().stream().flatMap(List::stream).iterator();
  }
}
