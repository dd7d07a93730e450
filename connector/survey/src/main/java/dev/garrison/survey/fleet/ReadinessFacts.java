package dev.garrison.survey.fleet;

import dev.garrison.fleet.readiness.Requirements;
import java.util.List;

/**
 * What a site knows of a manifest's servers before they are onboarded.
 *
 * @param fleet with all facts
 * @param requirements what manifest and site ask of each
 * @param unseen what no inventory shows, and who looks at it
 */
public record ReadinessFacts(FleetFacts fleet, Requirements requirements, List<String> unseen) {
  public ReadinessFacts {
    unseen = List.copyOf(unseen);
  }

  /** The same with other facts of the servers. */
  public ReadinessFacts with(FleetFacts other) {
    return new ReadinessFacts(other, requirements, unseen);
  }
}
