package dev.garrison.recipe.ring;

import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.RingFacts;
import java.util.Optional;

/** Counts the servers of a ring, and those without an application for them. */
public final class RingMembers {
  private final Manifest manifest;
  private final RingFacts facts;

  public RingMembers(Manifest manifest, RingFacts facts) {
    this.manifest = manifest;
    this.facts = facts;
  }

  /** Number of servers in the manifest's collections for the ring. */
  public int of(Ring ring) {
    return facts.members().getOrDefault(ring.name(), 0);
  }

  /**
   * Remark on servers of the ring that no application is for (F41). Needs the managed collections
   * of the ring to be evaluated.
   */
  public Optional<String> outsideAllSystems(Ring ring) {
    Optional<CollectionFact> whole = facts.collection(manifest.ringCollection(ring));
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    long reached =
        manifest.operatingSystems().stream()
            .map(system -> manifest.naming().collectionFor(manifest.name(), system, ring.name()))
            .flatMap(name -> facts.collection(name).stream())
            .mapToLong(CollectionFact::members)
            .sum();
    long left = whole.get().members() - reached;
    return left <= 0
        ? Optional.empty()
        : Optional.of(
            Text.of(
                    "plan-remark.not-reached",
                    "count",
                    left,
                    "total",
                    whole.get().members(),
                    "ring",
                    ring.name())
                .toString());
  }
}
