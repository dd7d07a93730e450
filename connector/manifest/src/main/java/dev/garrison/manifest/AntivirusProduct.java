package dev.garrison.manifest;

import dev.garrison.diagnostic.Worded;

/**
 * Security product of another maker, and the sign by which it is recognized on a server. It is a
 * line of the packed list, or an entry of {@code antivirusProducts}.
 *
 * @param name the service's name, or the DisplayName of the uninstall entry; {@code *} at its end
 *     stands for any text
 * @param product name for people
 */
public record AntivirusProduct(Sign sign, String name, String product, Kind kind) {
  /** Sign by which a product is recognized. */
  public enum Sign implements Worded {
    /** Windows service, by its name, which Windows does not translate. */
    SERVICE,
    /** Installed program, by the DisplayName of its uninstall entry. */
    PROGRAM
  }

  /** Effect of a product on the server that has it. */
  public enum Kind implements Worded {
    /** Protects the server while its service runs; must not meet an active Defender. */
    ANTIVIRUS,
    /** Only detects, or does not say whether its antivirus is installed; it protects nothing. */
    SENSOR
  }
}
