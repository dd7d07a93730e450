package dev.garrison.server.page.fleet;

import dev.garrison.fleet.ServerState.Group;
import dev.garrison.server.page.chart.Bar;
import dev.garrison.server.page.frame.Links;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.FleetReading;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bars of servers by group, whose slices lead to these servers. */
final class GroupBar {
  private GroupBar() {}

  /**
   * The bar of these servers.
   *
   * @param all number of servers
   * @param filter of the list of servers that has all of them
   */
  static Bar of(List<ApiAnswers.StateCount> states, int all, Map<String, String> filter) {
    Map<Group, Integer> groups = new EnumMap<>(Group.class);
    states.forEach(
        state -> groups.merge(FleetReading.groupOf(state.state()), state.servers(), Integer::sum));
    return Bar.of(
        groups.entrySet().stream()
            .map(group ->
                new Bar.Part(
                    group.getKey().label(),
                    group.getValue(),
                    GroupName.count(group.getKey(), group.getValue()),
                    link(group.getKey(), filter)))
            .toList(),
        all);
  }

  private static String link(Group group, Map<String, String> filter) {
    Map<String, String> query = new LinkedHashMap<>(filter);
    query.put("group", ServerQuery.word(group));
    return Links.to(Tab.SERVERS.path(), query);
  }
}
