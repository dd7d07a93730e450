package dev.garrison.fleet.standing;

import dev.garrison.fleet.readiness.ReadinessJudge;
import java.util.List;

/**
 * Whether every server of a manifest is ready.
 *
 * @param fleet where they stand
 * @param route by which they are onboarded, in a word
 * @param judge says it of each server
 * @param unseen what no inventory shows, and who looks at it
 */
public record ReadinessStanding(
    FleetStanding fleet, String route, ReadinessJudge judge, List<String> unseen) {
  public ReadinessStanding {
    unseen = List.copyOf(unseen);
  }
}
