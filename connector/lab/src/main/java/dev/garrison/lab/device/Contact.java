package dev.garrison.lab.device;

/**
 * Contact of a device's client with the site.
 *
 * @param active whether it polls at all; a device that does not poll is marked inactive
 * @param obsolete whether another record took its place
 * @param inventoried whether it ever sent hardware inventory
 */
public record Contact(boolean active, boolean obsolete, boolean inventoried) {
  /** Contact in the common case. */
  public static final Contact COMMON = new Contact(true, false, true);
}
