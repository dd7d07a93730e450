package dev.garrison.wsus.model;

import dev.garrison.language.Text;
import dev.garrison.wsus.soap.SoapFormatException;

/** Role of the signed-in account on the server ({@code UpdateServerUserRole}). */
public enum UserRole {
  UNAUTHORIZED("wsus-role.none"),
  REPORTER("wsus-role.reporter"),
  ADMINISTRATOR("wsus-role.administrator");

  private final String key;

  UserRole(String key) {
    this.key = key;
  }

  /** Text for messages, such as the name of the WSUS group. */
  public Text words() {
    return Text.of(key);
  }

  /**
   * Returns the role with this number on the wire.
   *
   * @throws SoapFormatException if there is no such role
   */
  public static UserRole of(int number) {
    if (number < 0 || number >= values().length) {
      throw new SoapFormatException(Text.of("soap.role-unknown", "number", String.valueOf(number)));
    }
    return values()[number];
  }
}
