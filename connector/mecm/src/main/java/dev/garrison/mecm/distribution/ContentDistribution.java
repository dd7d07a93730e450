package dev.garrison.mecm.distribution;

import dev.garrison.engine.resource.Address;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Distribution of an application's content. Derived from the application, which carries the mark.
 *
 * @param modelName the application's ModelName, the same through all its revisions
 * @param groups the phase of each wanted distribution point group, by its name
 */
public record ContentDistribution(String modelName, SortedMap<String, Phase> groups) {
  /** The kind in addresses. */
  public static final String KIND = "distribution";

  /**
   * Phase of a group. Counts are not included: they would change a plan's fingerprint by the
   * minute.
   */
  public enum Phase {
    /** Enough of its distribution points have the content. */
    DISTRIBUTED,
    /** The site is sending the content, or its answer is not understood. */
    UNDER_WAY,
    /** Distribution points failed, and too few remain. */
    FAILED
  }

  public ContentDistribution {
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
  }

  /** The wanted distribution of the content to these groups. */
  public static ContentDistribution to(String modelName, Iterable<String> groups) {
    SortedMap<String, Phase> wanted = new TreeMap<>();
    groups.forEach(group -> wanted.put(group, Phase.DISTRIBUTED));
    return new ContentDistribution(modelName, wanted);
  }

  /** Whether all groups of the other are known here, in any phase. */
  boolean targets(ContentDistribution other) {
    return groups.keySet().containsAll(other.groups.keySet());
  }

  /** The groups that the other does not know. */
  ContentDistribution without(ContentDistribution other) {
    SortedMap<String, Phase> left = new TreeMap<>(groups);
    left.keySet().removeAll(other.groups.keySet());
    return new ContentDistribution(modelName, left);
  }

  /** The groups of both. */
  ContentDistribution and(ContentDistribution other) {
    SortedMap<String, Phase> both = new TreeMap<>(groups);
    both.putAll(other.groups);
    return new ContentDistribution(modelName, both);
  }

  /** All group names, for people. */
  String names() {
    return String.join(", ", groups.keySet());
  }

  boolean any(Phase phase) {
    return groups.containsValue(phase);
  }

  /** The groups in this phase, for people. */
  String named(Phase phase) {
    return String.join(
        ", ",
        groups.entrySet().stream()
            .filter(group -> group.getValue() == phase)
            .map(Map.Entry::getKey)
            .toList());
  }

  /** The address of an application's distribution: it has the application's name. */
  public static Address address(String name) {
    return new Address(KIND, name);
  }
}
