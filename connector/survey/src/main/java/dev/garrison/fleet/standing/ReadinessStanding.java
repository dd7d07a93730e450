package dev.garrison.fleet.standing;

import dev.garrison.fleet.readiness.ReadinessJudge;
import java.util.List;

/**
 * Readiness of every server of a manifest.
 *
 * @param fleet status of the servers
 * @param route the deployment method, in a word
 * @param judge determines the readiness of each server
 * @param unseen prerequisites that no inventory shows, and who checks them
 */
public record ReadinessStanding(
    FleetStanding fleet, String route, ReadinessJudge judge, List<String> unseen) {
  public ReadinessStanding {
    unseen = List.copyOf(unseen);
  }
}
