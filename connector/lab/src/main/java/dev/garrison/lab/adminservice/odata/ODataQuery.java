package dev.garrison.lab.adminservice.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.schema.ClassTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options of a list request.
 *
 * @param select properties in the order asked for; empty means all
 * @param orderBy keys in order
 */
public record ODataQuery(
    Optional<Filter> filter,
    List<String> select,
    List<Ordering> orderBy,
    Optional<Long> top,
    long skip) {

  /** A key of {@code $orderby}. */
  public record Ordering(String property, boolean descending) {}

  public ODataQuery {
    select = List.copyOf(select);
    orderBy = List.copyOf(orderBy);
  }

  /** Reads the decoded options for a class. Unknown options are refused with 400. */
  public static ODataQuery of(ClassTable table, Map<String, String> options) {
    return QueryOptions.read(table, options);
  }

  /** Whether a row with these properties, and others that are not known yet, may be selected. */
  public boolean mayFit(ObjectNode known) {
    return filter.isEmpty() || filter.get().mayMatch(known);
  }

  /** Whether the selected rows lack a key, so that equal rows are merged. */
  public boolean leavesOutKey(ClassTable table) {
    return !select.isEmpty() && table.keys().stream().anyMatch(key -> !select.contains(key.name()));
  }
}
