package dev.garrison.lab.adminservice.wql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Joined rows of one device. Each class is looked up at most once. */
final class WqlRow {
  private final WqlSource source;
  private final int device;
  private final Map<String, Optional<ObjectNode>> seen = new HashMap<>();

  WqlRow(WqlSource source, int device) {
    this.source = source;
    this.device = device;
  }

  /** Whether the device has a row of the class; an inner join needs one. */
  boolean has(String type) {
    return row(type).isPresent();
  }

  JsonNode value(WqlCondition.Column column) {
    return row(column.type())
        .<JsonNode>map(row -> row.path(column.property()))
        .orElse(MissingNode.getInstance());
  }

  private Optional<ObjectNode> row(String type) {
    return seen.computeIfAbsent(type, name -> source.row(name, device));
  }
}
