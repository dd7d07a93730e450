package dev.garrison.mecm.clientsetting;

import dev.garrison.mecm.odata.Row;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The property that selects the agent that a client setting installs. It came with 2207 and its
 * name is not public: it is the integer in the Endpoint Protection part that the public class page
 * does not list (inferred).
 *
 * @param name as the site spells it
 */
record AgentProperty(String name, long value) {
  private static final SortedSet<String> DOCUMENTED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    Collections.addAll(
        DOCUMENTED,
        "AgentID",
        "DisableFirstSignatureUpdate",
        "EnableBlueProvider",
        "EnableEP",
        "ForceRebootPeriod",
        "InstallRetryPeriod",
        "InstallSCEPClient",
        "LicenseAgreed",
        "OverrideMaintenanceWindow",
        "PersistInstallation",
        "PolicyEnforcePeriod",
        "Remove3rdParty",
        "SuppressReboot");
  }

  /** All properties that may decide about the agent. */
  static List<AgentProperty> in(Row endpointProtection) {
    return endpointProtection.node().properties().stream()
        .filter(property -> isCandidate(property.getKey()))
        .filter(property -> property.getValue().isIntegralNumber())
        .map(AgentProperty::of)
        .toList();
  }

  private static AgentProperty of(
      Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> property) {
    return new AgentProperty(property.getKey(), property.getValue().longValue());
  }

  private static boolean isCandidate(String name) {
    return !DOCUMENTED.contains(name) && Stream.of("__", "@").noneMatch(name::startsWith);
  }

  @Override
  public String toString() {
    return name + " " + value;
  }
}
