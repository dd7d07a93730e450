package dev.garrison.mecm.clientoperation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers of clients to a CMPivot query. Only the answer of one device is documented; so its rows
 * are searched for in {@code value.Result}, in {@code Result}, in {@code value[].Result}, and in
 * {@code value[]} itself.
 *
 * @param byDevice rows by the name of their device. A row without a device belongs to the one that
 *     was asked: then the name is empty. A device without rows has answered that there are none
 * @param understood whether the answer had one of these forms
 */
public record PivotAnswers(Map<String, List<Map<String, String>>> byDevice, boolean understood) {
  private static final String ROWS = "Result";
  private static final String VALUE = "value";
  private static final String DEVICE = "Device";
  private static final List<String> NAMES = List.of(DEVICE, "DeviceName", "Name");

  public PivotAnswers {
    byDevice = Map.copyOf(byDevice);
  }

  static PivotAnswers of(ObjectNode answer) {
    Map<String, List<Map<String, String>>> all = new LinkedHashMap<>();
    JsonNode value = answer.path(VALUE);
    if (value.path(ROWS).isArray()) {
      add(all, "", value.path(ROWS));
    } else if (answer.path(ROWS).isArray()) {
      add(all, "", answer.path(ROWS));
    } else if (value.isArray()) {
      value.forEach(each -> each(all, each));
    } else {
      return new PivotAnswers(Map.of(), false);
    }
    return new PivotAnswers(all, true);
  }

  private static void each(Map<String, List<Map<String, String>>> all, JsonNode element) {
    if (!element.path(ROWS).isArray()) {
      row(all, "", element);
      return;
    }
    String device =
        NAMES.stream()
            .map(name -> element.path(name).asText(""))
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
    add(all, device, element.path(ROWS));
  }

  private static void add(
      Map<String, List<Map<String, String>>> all, String device, JsonNode rows) {
    if (rows.isEmpty()) {
      all.computeIfAbsent(device, _ -> new ArrayList<>());
    }
    rows.forEach(row -> row(all, device, row));
  }

  private static void row(Map<String, List<Map<String, String>>> all, String device, JsonNode row) {
    Map<String, String> cells = new LinkedHashMap<>();
    row.properties()
        .forEach(cell ->
            cells.put(cell.getKey(), cell.getValue().isNull() ? "" : cell.getValue().asText()));
    String name =
        Optional.ofNullable(cells.get(DEVICE)).filter(own -> !own.isEmpty()).orElse(device);
    all.computeIfAbsent(name, _ -> new ArrayList<>()).add(Map.copyOf(cells));
  }
}
