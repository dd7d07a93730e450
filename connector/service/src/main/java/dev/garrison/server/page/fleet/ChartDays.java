package dev.garrison.server.page.fleet;

import dev.garrison.fleet.ServerState;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.FleetReading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days of the charts.
 *
 * @param zone in which they begin
 */
record ChartDays(ChartSpan span, LocalDate last, ZoneId zone) {
  LocalDate first() {
    return last.minusDays(span.days() - 1L);
  }

  /** Numbers of servers in each group, by day. */
  SortedMap<LocalDate, Map<String, Integer>> of(List<ApiAnswers.Count> counts) {
    SortedMap<LocalDate, Map<String, Integer>> days = new TreeMap<>();
    counts.forEach(count ->
        days.computeIfAbsent(LocalDate.ofInstant(count.at(), zone), _ -> nothing())
            .merge(FleetReading.label(count.state()), count.servers(), Integer::sum));
    return days;
  }

  private static Map<String, Integer> nothing() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ServerState.Group group : ServerState.Group.values()) {
      counts.put(group.label(), 0);
    }
    return counts;
  }
}
