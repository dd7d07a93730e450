package dev.garrison.lab.adminservice.collection;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A collection at one point in time. Immutable: each change creates a new instance.
 *
 * @param definition the part that an administrator sets
 * @param members devices by index, as last evaluated; never modified
 * @param status 1 ready, 5 awaiting refresh
 * @param membersChanged when an evaluation last found other members
 */
record CollectionRecord(
    String id,
    Definition definition,
    BitSet members,
    int status,
    Instant changed,
    Optional<Instant> refreshed,
    Optional<Instant> membersChanged) {
  static final int READY = 1;
  static final int AWAITING_REFRESH = 5;

  /**
   * The part of a collection that an administrator sets.
   *
   * @param limitTo the limiting collection's id; empty only for built-in ones
   * @param type 1 users, 2 devices
   */
  record Definition(
      String name,
      String comment,
      Optional<String> limitTo,
      int type,
      int refreshType,
      List<CollectionRule> rules) {
    Definition {
      rules = List.copyOf(rules);
    }

    Definition with(List<CollectionRule> newRules) {
      return new Definition(name, comment, limitTo, type, refreshType, newRules);
    }

    /** Whether the site evaluates it automatically: the incremental bit. */
    boolean incremental() {
      return (refreshType & 4) != 0;
    }
  }

  boolean isBuiltIn() {
    return id.startsWith("SMS");
  }

  CollectionRecord with(Definition newDefinition, Instant when) {
    return new CollectionRecord(
        id, newDefinition, members, AWAITING_REFRESH, when, refreshed, membersChanged);
  }

  CollectionRecord awaiting() {
    return new CollectionRecord(
        id, definition, members, AWAITING_REFRESH, changed, refreshed, membersChanged);
  }

  CollectionRecord evaluated(BitSet newMembers, Instant when) {
    return new CollectionRecord(
        id,
        definition,
        newMembers,
        READY,
        changed,
        Optional.of(when),
        newMembers.equals(members) ? membersChanged : Optional.of(when));
  }

  /** Ids of the collections that its definition names. */
  List<String> dependsOn() {
    List<String> ids = new java.util.ArrayList<>(definition.limitTo().stream().toList());
    for (CollectionRule rule : definition.rules()) {
      switch (rule) {
        case CollectionRule.Include include -> ids.add(include.collectionId());
        case CollectionRule.Exclude exclude -> ids.add(exclude.collectionId());
        case CollectionRule.Direct ignored -> {}
        case CollectionRule.Query ignored -> {}
      }
    }
    return ids;
  }
}
