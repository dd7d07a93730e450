package dev.garrison.engine.plan;

import dev.garrison.engine.resource.ResourceType;
import java.util.List;

/**
 * The kinds of objects that this program knows.
 *
 * @param inOrder a kind comes after the kinds that it refers to
 */
public record ResourceTypes(List<ResourceType<?>> inOrder) {
  public ResourceTypes {
    inOrder = List.copyOf(inOrder);
    if (inOrder.stream().map(type -> type.kind().name()).distinct().count() != inOrder.size()) {
      throw new IllegalArgumentException("two resource types share a name");
    }
  }

  /** The kind of this name; every address in a plan names one. */
  public ResourceType<?> of(String kind) {
    return inOrder.stream()
        .filter(type -> type.kind().name().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no resource type is named " + kind));
  }

  /** Position of the kind in the order in which kinds refer to each other. */
  int rank(String kind) {
    return inOrder.indexOf(of(kind));
  }
}
