package dev.garrison.fleet.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows by ResourceID, in the order in which they came. Rows are never removed. */
final class Rows {
  private final List<Row> rows = new ArrayList<>();
  private final Map<Long, Integer> places = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  List<Row> all() {
    return rows;
  }

  Row at(int row) {
    return rows.get(row);
  }

  /** Place of an ID, or -1. */
  int find(long id) {
    return places.getOrDefault(id, -1);
  }

  /** Place of an ID; a new row with this name is added if there is none. */
  int add(long id, String name) {
    return places.computeIfAbsent(
        id,
        _ -> {
          rows.add(new Row(id, name));
          return rows.size() - 1;
        });
  }

  /** The same text, of which all rows share one copy. */
  String shared(String text) {
    return texts.computeIfAbsent(text, _ -> text);
  }

  /** A time in whole seconds. */
  static Optional<Instant> seconds(Optional<Instant> time) {
    return time.map(exact -> exact.truncatedTo(ChronoUnit.SECONDS));
  }
}
