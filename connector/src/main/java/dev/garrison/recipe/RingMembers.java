package dev.garrison.recipe;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.survey.CollectionFact;
import dev.garrison.survey.Survey;
import java.util.Optional;

/**
 * How many servers a ring has. Once our own collection of the ring exists its count is exact;
 * before that the sum over the ring's collections is the most it can be.
 */
final class RingMembers {
  private final Manifest manifest;
  private final Survey survey;

  RingMembers(Manifest manifest, Survey survey) {
    this.manifest = manifest;
    this.survey = survey;
  }

  long of(Ring ring) {
    long most =
        ring.collections().stream()
            .flatMap(name -> survey.collection(name).stream())
            .mapToLong(CollectionFact::members)
            .sum();
    Optional<CollectionFact> ours =
        survey.collection(CollectionRecipe.ringCollection(manifest, ring));
    // A collection that was just made has not been evaluated: its zero says nothing.
    return ours.map(CollectionFact::members).filter(members -> members > 0).orElse(most);
  }
}
