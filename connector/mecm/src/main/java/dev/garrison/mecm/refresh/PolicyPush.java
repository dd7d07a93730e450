package dev.garrison.mecm.refresh;

import dev.garrison.engine.resource.Address;
import java.util.Set;
import java.util.TreeSet;

/**
 * Notification of a collection's clients to fetch policy after they left other collections. Clients
 * fetch policy automatically every hour.
 *
 * @param collection its name
 * @param left names of the collections that they left
 * @param told whether they were notified since the members of these last changed
 */
public record PolicyPush(String collection, Set<String> left, boolean told) {
  /** The kind in addresses. */
  public static final String KIND = "policy";

  public PolicyPush {
    left = java.util.Collections.unmodifiableSet(new TreeSet<>(left));
  }

  /** The wanted notification of a collection's clients. */
  public static PolicyPush of(String collection, Set<String> left) {
    return new PolicyPush(collection, left, true);
  }

  /** The address of a push; it has the collection's name. */
  public static Address address(String collection) {
    return new Address(KIND, collection);
  }
}
