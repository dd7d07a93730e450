package dev.garrison.mecm.refresh;

import dev.garrison.engine.resource.Address;
import java.util.Set;
import java.util.TreeSet;

/**
 * That the clients of a collection were told to fetch policy since they left others. By themselves
 * they do so every hour.
 *
 * @param collection its name
 * @param left names of the collections that they left
 * @param told whether they were told since the members of these last changed
 */
public record PolicyPush(String collection, Set<String> left, boolean told) {
  /** The kind in addresses. */
  public static final String KIND = "policy";

  public PolicyPush {
    left = java.util.Collections.unmodifiableSet(new TreeSet<>(left));
  }

  /** What is wanted of a collection's clients. */
  public static PolicyPush of(String collection, Set<String> left) {
    return new PolicyPush(collection, left, true);
  }

  /** It has the collection's name. */
  public static Address address(String collection) {
    return new Address(KIND, collection);
  }
}
