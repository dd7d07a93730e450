package dev.garrison.recipe;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.survey.CollectionFact;
import dev.garrison.survey.Survey;
import java.util.Optional;

/** How many servers a ring has, and how many of them no application is for. */
final class RingMembers {
  private final Manifest manifest;
  private final Survey survey;

  RingMembers(Manifest manifest, Survey survey) {
    this.manifest = manifest;
    this.survey = survey;
  }

  int of(Ring ring) {
    return survey.ringMembers().getOrDefault(ring.name(), 0);
  }

  /**
   * Servers of the ring that no application is for, once our collections of the ring have been
   * evaluated (F41).
   */
  Optional<String> outsideAllSystems(Ring ring) {
    Optional<CollectionFact> whole =
        survey.collection(CollectionRecipe.ringCollection(manifest, ring));
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    long reached =
        manifest.operatingSystems().stream()
            .map(system -> manifest.naming().collectionFor(manifest.name(), system, ring.name()))
            .flatMap(name -> survey.collection(name).stream())
            .mapToLong(CollectionFact::members)
            .sum();
    long left = whole.get().members() - reached;
    return left <= 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d servers in ring %s are not reached: their operating system is not in the manifest, or has not been inventoried"
                .formatted(left, whole.get().members(), ring.name()));
  }
}
