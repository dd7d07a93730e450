package dev.garrison.lab.device;

/**
 * What the site hears of a device that has a client.
 *
 * @param active whether it polls at all; one that does not is marked inactive
 * @param obsolete whether another record took its place
 * @param inventoried whether it ever sent hardware inventory
 */
public record Contact(boolean active, boolean obsolete, boolean inventoried) {
  /** The common case. */
  public static final Contact COMMON = new Contact(true, false, true);
}
