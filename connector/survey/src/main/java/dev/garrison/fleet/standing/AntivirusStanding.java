package dev.garrison.fleet.standing;

import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusCensus;
import dev.garrison.fleet.antivirus.AntivirusRules;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.PlannedProtection;
import dev.garrison.fleet.antivirus.PlannedProtection.Part;
import dev.garrison.manifest.Ring.Antivirus;
import java.util.Map;

/**
 * Antivirus of every server of a manifest.
 *
 * @param fleet status of the servers
 * @param modes what each ring wants, by its name
 * @param tenant organization to which sensors must report
 * @param exceptions servers that are excluded
 * @param tellsMode whether the site's inventory has the running mode
 */
public record AntivirusStanding(
    FleetStanding fleet,
    Map<String, Antivirus> modes,
    String tenant,
    ExcludedServers exceptions,
    boolean tellsMode) {
  public AntivirusStanding {
    modes = Map.copyOf(modes);
  }

  /** Protection of a server today. */
  public AntivirusState today(Server server, int row) {
    return AntivirusRules.of(
        fleet.fleet().antivirus().at(row, wanted(server) == Antivirus.PASSIVE));
  }

  /** Mode that the ring of a server wants. */
  public Antivirus wanted(Server server) {
    return modes.getOrDefault(server.ring(), Antivirus.ACTIVE);
  }

  /** Protection of a server after the plan. */
  public PlannedProtection planned(Server server, AntivirusState today) {
    return PlannedProtection.of(
        today,
        new Part(
            wanted(server),
            AntivirusCensus.isOnboarded(server, tenant),
            exceptions.of(server.name()).isPresent()));
  }
}
