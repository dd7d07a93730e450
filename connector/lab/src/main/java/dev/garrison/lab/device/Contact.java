package dev.garrison.lab.device;

/**
 * Contact of a device's client with the site.
 *
 * @param active whether it polls at all; a device that does not poll is marked inactive
 * @param obsolete whether another record took its place
 * @param inventoried whether it ever sent hardware inventory
 * @param joined whether a real server stands for the device, so that nothing on it is simulated
 */
public record Contact(boolean active, boolean obsolete, boolean inventoried, boolean joined) {
  /** Contact in the common case. */
  public static final Contact COMMON = new Contact(true, false, true);

  /** Contact of a simulated device. */
  public Contact(boolean active, boolean obsolete, boolean inventoried) {
    this(active, obsolete, inventoried, false);
  }

  /** The same contact of a real server. */
  Contact ofRealServer() {
    return new Contact(active, obsolete, inventoried, true);
  }
}
