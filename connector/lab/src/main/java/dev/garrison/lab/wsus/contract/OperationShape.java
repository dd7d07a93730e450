package dev.garrison.lab.wsus.contract;

import java.util.List;

/**
 * An operation of the administration service.
 *
 * @param name of its element and of its SOAPAction
 * @param portName its name in the port type, which an overload shares
 * @param results fields of the answer; empty for none
 */
public record OperationShape(
    String name, String portName, List<Field> parameters, List<Field> results) {
  public OperationShape {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }
}
