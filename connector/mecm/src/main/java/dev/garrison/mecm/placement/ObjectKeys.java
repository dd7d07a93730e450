package dev.garrison.mecm.placement;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Keys of the objects that exist, and rows about them in as few reads as possible. */
final class ObjectKeys {
  private final List<String> keys = new ArrayList<>();
  private final Map<String, Address> addresses = new HashMap<>();

  private ObjectKeys() {}

  /**
   * The keys.
   *
   * @param dependents addresses that each refer to one object
   * @param object from a dependent to its object
   */
  static ObjectKeys of(Set<Address> dependents, Function<Address, Address> object, Resolved ids) {
    ObjectKeys all = new ObjectKeys();
    for (Address dependent : dependents) {
      Optional<String> key = ids.id(object.apply(dependent));
      key.ifPresent(known -> {
        all.keys.add(known);
        all.addresses.put(folded(known), dependent);
      });
    }
    return all;
  }

  /** Key in lower case, because the site's database compares without case. */
  private static String folded(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  /**
   * Hands over each row with the dependent that it belongs to.
   *
   * @param property of a row that holds the key
   */
  void read(
      AdminService site, ODataQuery query, String property, BiConsumer<Address, Row> consumer) {
    for (ODataFilter some : ODataFilter.batchesOfTexts(property, keys)) {
      site.query(
          query.where(some),
          node -> {
            Row row = new Row(node);
            Address dependent = addresses.get(folded(row.textKey(property)));
            if (dependent != null) {
              consumer.accept(dependent, row);
            }
          });
    }
  }
}
