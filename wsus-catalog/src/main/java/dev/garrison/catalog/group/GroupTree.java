package dev.garrison.catalog.group;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.UUID;

/** All groups of one server, each below its parent. */
public final class GroupTree {
  private final Map<UUID, TargetGroup> groups;

  private GroupTree(Map<UUID, TargetGroup> groups) {
    this.groups = groups;
  }

  /**
   * A tree of these groups, in any order.
   *
   * @throws IllegalArgumentException when two groups have the same id, a parent is missing, or a
   *     group is above itself
   */
  public static GroupTree of(Collection<TargetGroup> all) {
    Map<UUID, TargetGroup> groups = new TreeMap<>();
    for (TargetGroup group : all) {
      if (groups.put(group.id(), group) != null) {
        throw new IllegalArgumentException("two groups have the id " + group.id());
      }
    }
    GroupTree tree = new GroupTree(groups);
    groups.keySet().forEach(tree::upwards);
    return tree;
  }

  /** All groups, by their ids. */
  public Collection<TargetGroup> groups() {
    return Collections.unmodifiableCollection(groups.values());
  }

  /** The group with this id. */
  public Optional<TargetGroup> find(UUID id) {
    return Optional.ofNullable(groups.get(id));
  }

  /** Whether the group exists and has no parent. */
  boolean isTop(UUID id) {
    return find(id).filter(group -> group.parent().isEmpty()).isPresent();
  }

  /** The group and those above it, nearest first. */
  List<UUID> upwards(UUID id) {
    SequencedSet<UUID> way = new LinkedHashSet<>();
    Optional<UUID> next = Optional.of(id);
    while (next.isPresent()) {
      TargetGroup group = groups.get(next.get());
      if (group == null) {
        throw new IllegalArgumentException("there is no group with the id " + next.get());
      }
      if (!way.add(group.id())) {
        throw new IllegalArgumentException("the group " + group.id() + " is above itself");
      }
      next = group.parent();
    }
    return new ArrayList<>(way);
  }
}
