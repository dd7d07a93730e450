package dev.garrison.lab.wsus.catalogue;

/**
 * Installation behavior of an update.
 *
 * @param impact 0 normal, 1 minor, 2 requires exclusive handling
 * @param reboot 0 never, 1 always, 2 can request
 * @param asksUser whether it can ask the user for input
 * @param uninstalls whether it can be uninstalled by approval
 */
public record Behaviour(int impact, int reboot, boolean asksUser, boolean uninstalls) {
  /** Behavior without a restart and without questions. */
  public static final Behaviour QUIET = new Behaviour(0, 0, false, false);
}
