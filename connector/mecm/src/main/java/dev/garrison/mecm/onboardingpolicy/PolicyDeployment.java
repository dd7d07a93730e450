package dev.garrison.mecm.onboardingpolicy;

import dev.garrison.engine.resource.Address;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An onboarding policy deployed to a collection. Key: the name. Marked in its description.
 *
 * @param policy its name; an empty one is a policy that is no onboarding policy
 * @param start UTC, to the minute; set once, then read from the deployment
 * @param properties the switches, by property
 */
public record PolicyDeployment(
    String name,
    String description,
    String policy,
    String collection,
    Optional<LocalDateTime> start,
    SortedMap<String, String> properties) {
  /** The kind in addresses. */
  public static final String KIND = "policy-deployment";

  public PolicyDeployment {
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }

  /** A wanted deployment. */
  public static PolicyDeployment of(
      String name, String description, String policy, String collection, LocalDateTime start) {
    return new PolicyDeployment(
        name, description, policy, collection, Optional.of(start), PolicyProperties.QUIET);
  }

  /** The address of a deployment. */
  public static Address address(String name) {
    return new Address(KIND, name);
  }

  /** The same with the start that an existing deployment has. */
  PolicyDeployment at(PolicyDeployment existing) {
    return new PolicyDeployment(name, description, policy, collection, existing.start, properties);
  }

  PolicyDeployment withDescription(String other) {
    return new PolicyDeployment(name, other, policy, collection, start, properties);
  }
}
