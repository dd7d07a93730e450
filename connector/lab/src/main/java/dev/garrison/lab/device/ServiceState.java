package dev.garrison.lab.device;

/**
 * A Windows service on a device.
 *
 * @param state Running or Stopped
 * @param startMode Auto, Manual, or Disabled
 */
public record ServiceState(String name, String state, String startMode) {
  static ServiceState of(String name, boolean runs, String startMode) {
    return new ServiceState(name, runs ? "Running" : "Stopped", startMode);
  }

  /** Whether it runs. */
  public boolean isRunning() {
    return state.equals("Running");
  }
}
