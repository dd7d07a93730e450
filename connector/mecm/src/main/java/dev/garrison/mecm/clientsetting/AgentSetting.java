package dev.garrison.mecm.clientsetting;

import dev.garrison.engine.resource.Address;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The custom client setting that installs the Defender for Endpoint agent on older servers. These
 * are Windows Server 2012 R2 and 2016. The administrator creates and changes it; Garrison only
 * reads it. Key: the name.
 *
 * @param values of the properties that decide what clients do, by property
 */
public record AgentSetting(String name, SortedMap<String, String> values) {
  /** The kind in addresses. */
  public static final String KIND = "agent-setting";

  /** Property that installs System Center Endpoint Protection. */
  static final String INSTALLS_SCEP = "InstallSCEPClient";

  private static final String YES = "true";
  private static final String NO = "false";

  public AgentSetting {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * The required values. InstallSCEPClient is not among them: whether clients need it to install
   * the MDE client is not documented, so both values are accepted, with a note.
   *
   * @see <a
   *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/clients/config/sms_endpointprotectionagentconfig-server-wmi-class">SMS_EndpointProtectionAgentConfig</a>
   */
  public static AgentSetting careful(String name) {
    SortedMap<String, String> values = new TreeMap<>();
    values.put("EnableEP", YES);
    values.put("OverrideMaintenanceWindow", NO);
    values.put("Remove3rdParty", NO);
    values.put("SuppressReboot", YES);
    return new AgentSetting(name, values);
  }

  /** The address of a setting. */
  public static Address address(String name) {
    return new Address(KIND, name);
  }
}
