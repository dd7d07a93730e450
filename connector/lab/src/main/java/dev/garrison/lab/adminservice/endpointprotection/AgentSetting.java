package dev.garrison.lab.adminservice.endpointprotection;

/**
 * The Endpoint Protection part of client settings for devices.
 *
 * @param priority the lowest number wins on a device
 * @param managed whether Configuration Manager manages Endpoint Protection (EnableEP)
 * @param installs whether it installs SCEP (InstallSCEPClient)
 * @param agent 0 for the legacy agent, 1 for the MDE client; the real values are not public
 * @param removes whether it removes other antivirus products (Remove3rdParty)
 * @param anyTime whether it installs outside of maintenance windows (OverrideMaintenanceWindow)
 * @param suppressesRestart whether restarts are suppressed (SuppressReboot)
 */
public record AgentSetting(
    String name,
    int priority,
    boolean managed,
    boolean installs,
    int agent,
    boolean removes,
    boolean anyTime,
    boolean suppressesRestart) {
  static final int MDE_CLIENT = 1;

  /** A setting with the MDE client and with careful values. */
  public static AgentSetting mdeClient(String name, int priority) {
    return new AgentSetting(name, priority, true, false, MDE_CLIENT, false, false, true);
  }

  /** The same setting with another agent. */
  public AgentSetting withAgent(int other) {
    return new AgentSetting(
        name, priority, managed, installs, other, removes, anyTime, suppressesRestart);
  }

  /** The same setting, but it removes other antivirus products. */
  public AgentSetting removingOthers() {
    return new AgentSetting(
        name, priority, managed, installs, agent, true, anyTime, suppressesRestart);
  }

  boolean bringsMdeClient() {
    return managed && agent == MDE_CLIENT;
  }
}
