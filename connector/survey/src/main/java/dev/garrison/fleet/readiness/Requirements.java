package dev.garrison.fleet.readiness;

import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Requirements of manifest and site for servers.
 *
 * @param byApplication whether servers are onboarded by applications; else by a client setting
 * @param oldestClient the oldest sufficient version of the Configuration Manager client
 * @param systems those of the manifest
 * @param beyondSite releases for which the site is too old, each with the site version that it
 *     needs
 * @param rings by name
 * @param visible the facts that this site can show
 */
public record Requirements(
    boolean byApplication,
    Optional<List<Integer>> oldestClient,
    Set<OperatingSystem> systems,
    Map<OperatingSystem, String> beyondSite,
    Map<String, Ring> rings,
    Visible visible) {
  public Requirements {
    systems = Set.copyOf(systems);
    beyondSite = Map.copyOf(beyondSite);
    rings = Map.copyOf(rings);
  }

  /**
   * Facts that a site can show for every server, even if it has collected none.
   *
   * @param sensors whether sensor data is collected
   */
  public record Visible(boolean windows, boolean revision, boolean restart, boolean sensors) {}
}
