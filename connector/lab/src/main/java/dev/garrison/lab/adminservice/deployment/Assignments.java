package dev.garrison.lab.adminservice.deployment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Deployments of a site, by id. */
public final class Assignments {
  private final TreeMap<Long, Assignment> byId = new TreeMap<>();

  Collection<Assignment> all() {
    return byId.values().stream().filter(assignment -> !assignment.deleted()).toList();
  }

  /** Deployment with this id, also a deleted one, because clients may not know yet. */
  Optional<Assignment> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  void put(Assignment assignment) {
    byId.put(assignment.id(), assignment);
  }

  List<Assignment> to(String collectionId) {
    return all().stream()
        .filter(assignment -> assignment.collectionId().equals(collectionId))
        .toList();
  }

  /** Number of deployments of an application. */
  public int of(String modelName) {
    return (int)
        all().stream().filter(assignment -> assignment.modelName().equals(modelName)).count();
  }
}
