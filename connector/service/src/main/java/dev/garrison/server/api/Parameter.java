package dev.garrison.server.api;

/**
 * Something that may stand in the query of an address.
 *
 * @param isNumber whether it is a whole number
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
