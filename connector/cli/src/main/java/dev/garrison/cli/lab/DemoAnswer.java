package dev.garrison.cli.lab;

import dev.garrison.demo.DemoResult;
import dev.garrison.json.JsonForm;
import java.util.SortedMap;
import java.util.TreeMap;

/** Result of a demonstration as JSON: the last line of {@code garrison demo --json}. */
record DemoAnswer(
    String site,
    String route,
    SortedMap<String, Long> plan,
    boolean applied,
    boolean converged,
    SortedMap<String, Integer> devices)
    implements JsonForm {
  static DemoAnswer of(DemoResult result) {
    return new DemoAnswer(
        result.site(),
        result.route(),
        new TreeMap<>(result.plan()),
        result.applied(),
        result.converged(),
        result.devices());
  }
}
