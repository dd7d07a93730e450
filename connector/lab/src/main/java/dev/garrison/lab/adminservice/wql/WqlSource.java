package dev.garrison.lab.adminservice.wql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Data that queries are evaluated against. */
public interface WqlSource {
  /** The class and property in exact spelling, when both exist; WQL itself ignores case. */
  Optional<String> property(String type, String property);

  /** The class in exact spelling. */
  Optional<String> type(String name);

  /** Whether an existing property is a number. */
  boolean isNumber(String type, String property);

  /** The row of a class for a device, when inventory has one. */
  Optional<ObjectNode> row(String type, int device);

  /** How many devices there are. */
  int devices();
}
