package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.SoapFormatException;

/** Role of the signed-in account on the server ({@code UpdateServerUserRole}). */
public enum UserRole {
  UNAUTHORIZED("in neither group of WSUS"),
  REPORTER("WSUS Reporters"),
  ADMINISTRATOR("WSUS Administrators");

  private final String words;

  UserRole(String words) {
    this.words = words;
  }

  /** Text for messages, such as the name of the WSUS group. */
  public String words() {
    return words;
  }

  /**
   * Returns the role with this number on the wire.
   *
   * @throws SoapFormatException if there is no such role
   */
  public static UserRole of(int number) {
    if (number < 0 || number >= values().length) {
      throw new SoapFormatException("role " + number + ", which Garrison does not know");
    }
    return values()[number];
  }
}
