package dev.garrison.lab.wsus.contract;

import java.util.List;

/** A complex value: its fields in the order of the schema. */
public record ComplexShape(String name, List<Field> fields) {
  public ComplexShape {
    fields = List.copyOf(fields);
  }
}
