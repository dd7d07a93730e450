package dev.garrison.fleet.standing;

import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusCensus;
import dev.garrison.fleet.antivirus.AntivirusEvidence;
import dev.garrison.fleet.antivirus.AntivirusRules;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.PlannedProtection;
import dev.garrison.fleet.antivirus.PlannedProtection.Part;
import dev.garrison.fleet.antivirus.ServerAntivirus;
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

  /** Antivirus of a server, today and after the plan. */
  public ServerAntivirus of(Server server, int row) {
    Antivirus wanted = modes.getOrDefault(server.ring(), Antivirus.ACTIVE);
    AntivirusEvidence evidence = fleet.fleet().antivirus().at(row, wanted == Antivirus.PASSIVE);
    AntivirusState today = AntivirusRules.of(evidence);
    return new ServerAntivirus(
        wanted,
        today,
        PlannedProtection.of(
            today,
            new Part(
                wanted,
                AntivirusCensus.isOnboarded(server, evidence, tenant),
                exceptions.of(server.name()).isPresent())));
  }
}
