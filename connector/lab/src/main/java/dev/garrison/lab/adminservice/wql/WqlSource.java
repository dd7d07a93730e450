package dev.garrison.lab.adminservice.wql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Data that queries are evaluated against. */
public interface WqlSource {
  /** Exact spelling of a property, if class and property exist; WQL itself ignores case. */
  Optional<String> property(String type, String property);

  /** Exact spelling of a class, if it exists. */
  Optional<String> type(String name);

  /** Whether an existing property is a number. */
  boolean isNumber(String type, String property);

  /** Row of a class for a device, if inventory has one. */
  Optional<ObjectNode> row(String type, int device);

  /** Number of devices. */
  int devices();
}
