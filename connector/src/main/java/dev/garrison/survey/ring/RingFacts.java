package dev.garrison.survey.ring;

import dev.garrison.rollout.RingHealth;
import java.util.Map;
import java.util.Optional;

/**
 * All of a site that the rings' decisions depend on.
 *
 * @param collections device collections
 * @param deployments those that carry our mark, by name
 * @param members how many servers the customer's collections hold for each ring, by its name
 * @param health how the servers of each ring are that our deployments target, by its name
 */
public record RingFacts(
    SiteCollections collections,
    Map<String, DeploymentFact> deployments,
    Map<String, Integer> members,
    Map<String, RingHealth> health) {
  public RingFacts {
    deployments = Map.copyOf(deployments);
    members = Map.copyOf(members);
    health = Map.copyOf(health);
  }

  /** A deployment of ours. */
  public Optional<DeploymentFact> deployment(String name) {
    return Optional.ofNullable(deployments.get(name));
  }

  /** The one collection of this name or id, if there is exactly one. */
  public Optional<CollectionFact> collection(String reference) {
    return collections.only(reference);
  }
}
