package dev.garrison.survey.live;

import dev.garrison.fleet.ServerName;
import dev.garrison.fleet.table.Fleet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Rows of a fleet by the names under which servers answer. A name that two servers have is ignored.
 */
final class ServerNames {
  private static final int NOBODY = -1;

  private final Map<String, Integer> rows = new HashMap<>();
  private final List<String> twice = new ArrayList<>();

  ServerNames(Fleet fleet, Set<Integer> asked) {
    for (int row : asked) {
      String name = fleet.server(row).name();
      if (rows.merge(ServerName.key(name), row, (_, _) -> NOBODY) == NOBODY) {
        twice.add(name);
      }
    }
  }

  OptionalInt row(String name) {
    int row = rows.getOrDefault(ServerName.key(name), NOBODY);
    return row == NOBODY ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** Only server that was asked, if there is exactly one. */
  OptionalInt only() {
    return rows.size() == 1
        ? rows.values().stream()
            .mapToInt(Integer::intValue)
            .filter(row -> row != NOBODY)
            .findFirst()
        : OptionalInt.empty();
  }

  /** Names that more than one server has. */
  List<String> twice() {
    return List.copyOf(twice);
  }
}
