package dev.garrison.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rings grouped by antivirus mode and proxies; each group shares its applications.
 *
 * <p>Application names for the first ring's group have no additional word, so that a manifest with
 * one group has plain names.
 *
 * @param rings of one manifest, in their order
 */
public record RingVariants(List<Ring> rings) {
  public RingVariants {
    rings = List.copyOf(rings);
  }

  /** The first ring of each group. */
  public List<Ring> distinct() {
    List<Ring> distinct = new ArrayList<>();
    for (Ring ring : rings) {
      if (distinct.stream().noneMatch(ring::treatsServersLike)) {
        distinct.add(ring);
      }
    }
    return distinct;
  }

  /** Word in the names of a ring's applications; empty for the group of the first ring. */
  public Optional<String> wordFor(Ring ring) {
    Ring first =
        distinct().stream()
            .filter(ring::treatsServersLike)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("not one of these rings: " + ring));
    if (first.equals(rings.getFirst())) {
      return Optional.empty();
    }
    String mode = first.antivirus().word();
    return Optional.of(first.proxy().isEmpty() ? mode : mode + ", proxy of " + first.name());
  }

  /** Word in a ring's name for settings; empty for rings with the settings of the first one. */
  public Optional<String> settingsWordFor(Ring ring) {
    Ring first = rings.stream().filter(each -> alike(each, ring)).findFirst().orElseThrow();
    return first.equals(rings.getFirst()) ? Optional.empty() : Optional.of("of " + first.name());
  }

  /** Whether two rings have the same settings. */
  public static boolean alike(Ring one, Ring other) {
    return one.proxy().equals(other.proxy());
  }
}
