package dev.garrison.fleet.readiness;

import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What manifest and site ask of servers.
 *
 * @param byApplication whether servers are onboarded by applications; else by a client setting
 * @param oldestClient the oldest version of the Configuration Manager client that will do
 * @param systems those of the manifest
 * @param beyondSite releases that the site is too old for, each with the site version that it needs
 * @param rings by name
 * @param visible what this site lets be seen
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
   * What a site lets be seen of every server, whatever it has collected.
   *
   * @param sensors whether anything is collected of sensors
   */
  public record Visible(boolean windows, boolean revision, boolean restart, boolean sensors) {}
}
