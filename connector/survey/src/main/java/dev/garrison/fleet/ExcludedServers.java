package dev.garrison.fleet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Servers that the manifest leaves out, by NetBIOS or full DNS name. */
public final class ExcludedServers {
  private final Map<String, String> reasons = new HashMap<>();

  /**
   * @param reasons by name, those that hold today
   */
  public ExcludedServers(Map<String, String> reasons) {
    reasons.forEach((name, reason) -> this.reasons.put(ServerName.key(name), reason));
  }

  /** Why a server is left out. */
  public Optional<String> of(String server) {
    return Optional.ofNullable(reasons.get(ServerName.key(server)));
  }
}
