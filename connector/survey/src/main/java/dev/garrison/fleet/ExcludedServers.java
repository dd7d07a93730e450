package dev.garrison.fleet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Servers that the manifest excludes, by NetBIOS or full DNS name. */
public final class ExcludedServers {
  private final Map<String, String> reasons = new HashMap<>();

  /**
   * @param reasons by name, for the exceptions that are valid today
   */
  public ExcludedServers(Map<String, String> reasons) {
    reasons.forEach((name, reason) -> this.reasons.put(ServerName.key(name), reason));
  }

  /** Reason why a server is excluded; empty where it is not. */
  public Optional<String> of(String server) {
    return Optional.ofNullable(reasons.get(ServerName.key(server)));
  }
}
