package dev.garrison.lab.adminservice.installer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Workspaces to which the Microsoft Monitoring Agent of each device reports. Safe to read while it
 * changes.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-monitor/agents/agent-manage">AgentConfigManager.MgmtSvcCfg,
 *     which lists, adds and removes workspaces</a>
 */
public final class Workspaces {
  private final Map<Integer, Set<String>> known = new ConcurrentHashMap<>();

  /** Sets the workspaces to which a device's agent reports. */
  public void add(int device, List<String> workspaces) {
    known.put(
        device,
        workspaces.stream()
            .map(workspace -> workspace.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Workspaces of a device; none if it has no such agent. */
  public Set<String> of(int device) {
    return known.getOrDefault(device, Set.of());
  }

  /** Removes a workspace from the agent, if it has it, and keeps the others. */
  void remove(int device, String workspace) {
    known.computeIfPresent(
        device,
        (_, all) -> {
          Set<String> left = new TreeSet<>(all);
          left.remove(workspace.toLowerCase(Locale.ROOT));
          return Set.copyOf(left);
        });
  }
}
