package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.SoapFormatException;

/** What the signed-in account may do on the server ({@code UpdateServerUserRole}). */
public enum UserRole {
  UNAUTHORIZED("in neither group of WSUS"),
  REPORTER("WSUS Reporters"),
  ADMINISTRATOR("WSUS Administrators");

  private final String words;

  UserRole(String words) {
    this.words = words;
  }

  /** What people call it. */
  public String words() {
    return words;
  }

  /**
   * By its number on the wire.
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
