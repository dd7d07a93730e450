package dev.garrison.mecm.adminservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The objects of one class of {@link FakeAdminService}. */
final class FakeTable {
  private static final long FIRST = 16_777_301;

  private final List<String> keys;
  private final List<ObjectNode> rows = new ArrayList<>();
  private final Set<String> lazy = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private long next = FIRST;

  FakeTable(List<String> keys) {
    this.keys = List.copyOf(keys);
  }

  void lazy(List<String> properties) {
    lazy.addAll(properties);
  }

  void add(ObjectNode row) {
    rows.add(row);
  }

  /** Gives each key that a new object lacks, a number or its text like those of the others. */
  ObjectNode made(ObjectNode body) {
    ObjectNode row = body.deepCopy();
    for (String key : keys) {
      if (!row.has(key)) {
        long number = next++;
        boolean textual = rows.stream().anyMatch(other -> other.path(key).isTextual());
        if (textual) {
          row.put(key, "NEW" + number);
        } else {
          row.put(key, number);
        }
      }
    }
    rows.add(row);
    return row;
  }

  Optional<ObjectNode> find(ObjectKey key) {
    return rows.stream().filter(row -> literals(key).equals(literals(row))).findFirst();
  }

  private Map<String, String> literals(ObjectKey key) {
    if (keys.isEmpty()) {
      throw new IllegalStateException("the keys of this class were not named: " + key);
    }
    if (keys.size() == 1 && key.literals().containsKey("")) {
      return Map.of(keys.getFirst(), String.valueOf(key.literals().get("")));
    }
    return key.literals();
  }

  private Map<String, String> literals(ObjectNode row) {
    Map<String, String> literals = new LinkedHashMap<>();
    for (String key : keys) {
      JsonNode value = RowFilter.value(row, key);
      literals.put(
          key, value.isTextual() ? "'" + value.asText().replace("'", "''") + "'" : value.asText());
    }
    return literals;
  }

  void clear() {
    rows.clear();
  }

  void remove(ObjectNode row) {
    // Two rows of a class differ by their key.
    rows.remove(row);
  }

  /** As a list shows them: without lazy properties, and with the selected ones alone. */
  List<ObjectNode> answer(ODataQuery query) {
    Map<String, String> options = options(query.toString());
    Stream<ObjectNode> found = rows.stream();
    if (options.containsKey("$filter")) {
      found = found.filter(RowFilter.of(String.valueOf(options.remove("$filter"))));
    }
    if (options.containsKey("$top")) {
      found = found.limit(Long.parseLong(options.remove("$top")));
    }
    Set<String> selected = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Optional.ofNullable(options.remove("$select"))
        .ifPresent(names -> selected.addAll(List.of(names.split(",", -1))));
    if (!options.isEmpty()) {
      throw new IllegalStateException("the fake does not understand " + options + ": " + query);
    }
    return found.map(row -> shown(row, selected)).toList();
  }

  private ObjectNode shown(ObjectNode row, Set<String> selected) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    row.properties()
        .forEach(each -> {
          boolean isAsked = selected.isEmpty() || selected.contains(each.getKey());
          if (isAsked && !lazy.contains(each.getKey())) {
            shown.set(each.getKey(), each.getValue().deepCopy());
          }
        });
    return shown;
  }

  private static Map<String, String> options(String address) {
    Map<String, String> options = new LinkedHashMap<>();
    int begin = address.indexOf('?');
    for (String option : begin < 0 ? new String[0] : address.substring(begin + 1).split("&", -1)) {
      int is = option.indexOf('=');
      options.put(
          option.substring(0, is),
          URLDecoder.decode(option.substring(is + 1), StandardCharsets.UTF_8));
    }
    return options;
  }
}
