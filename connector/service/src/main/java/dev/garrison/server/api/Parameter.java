package dev.garrison.server.api;

/**
 * A parameter in the query of an address.
 *
 * @param isNumber whether it is an integer
 * @param meaning a sentence
 */
public record Parameter(String name, boolean isNumber, String meaning) {
  static Parameter text(String name, String meaning) {
    return new Parameter(name, false, meaning);
  }

  static Parameter number(String name, String meaning) {
    return new Parameter(name, true, meaning);
  }
}
