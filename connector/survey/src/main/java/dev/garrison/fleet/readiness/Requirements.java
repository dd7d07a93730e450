package dev.garrison.fleet.readiness;

import dev.garrison.manifest.Ring;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requirements of manifest and site for servers.
 *
 * @param byApplication whether servers are onboarded by applications; else by a client setting
 * @param oldestClient the oldest sufficient version of the Configuration Manager client
 * @param system decides which operating systems are onboarded
 * @param rings by name
 * @param visible the facts that this site can show
 */
public record Requirements(
    boolean byApplication,
    Optional<List<Integer>> oldestClient,
    SystemFit system,
    Map<String, Ring> rings,
    Visible visible) {
  public Requirements {
    rings = Map.copyOf(rings);
  }

  /**
   * Facts that a site can show for every server, even if it has collected none.
   *
   * @param sensors whether sensor data is collected
   */
  public record Visible(boolean windows, boolean revision, boolean restart, boolean sensors) {}
}
