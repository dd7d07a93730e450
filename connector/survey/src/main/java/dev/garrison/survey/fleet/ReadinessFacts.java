package dev.garrison.survey.fleet;

import dev.garrison.fleet.readiness.Requirements;
import java.util.List;

/**
 * Facts about a manifest's servers before they are onboarded.
 *
 * @param fleet with all facts
 * @param requirements of manifest and site for each server
 * @param unseen prerequisites that no inventory shows, and who checks them
 */
public record ReadinessFacts(FleetFacts fleet, Requirements requirements, List<String> unseen) {
  public ReadinessFacts {
    unseen = List.copyOf(unseen);
  }

  /** Copy with other facts about the servers. */
  public ReadinessFacts with(FleetFacts other) {
    return new ReadinessFacts(other, requirements, unseen);
  }
}
