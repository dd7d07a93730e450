package dev.garrison.survey.ring;

import dev.garrison.ring.RingNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds device collections of a site by the reference in a manifest. A reference is a name, or a
 * collection ID such as {@code PS100012} or {@code SMS00001}. The site compares both without case.
 */
public final class SiteCollections {
  private final Map<String, List<CollectionFact>> byReference = new HashMap<>();
  private final List<CollectionFact> ours;
  private final List<CollectionFact> foreign;

  public SiteCollections(List<CollectionFact> collections) {
    this.ours = collections.stream().filter(fact -> !fact.comment().isEmpty()).toList();
    this.foreign = collections.stream().filter(fact -> fact.comment().isEmpty()).toList();
    for (CollectionFact fact : collections) {
      refer(fact.id(), fact);
      if (!key(fact.name()).equals(key(fact.id()))) {
        refer(fact.name(), fact);
      }
    }
  }

  private void refer(String reference, CollectionFact fact) {
    byReference.computeIfAbsent(key(reference), _ -> new ArrayList<>()).add(fact);
  }

  private static String key(String reference) {
    return reference.toLowerCase(Locale.ROOT);
  }

  /** Collections that carry Garrison's mark. */
  public List<CollectionFact> ours() {
    return ours;
  }

  /** Collections without Garrison's mark. */
  public List<CollectionFact> foreign() {
    return foreign;
  }

  /** Names of the collections without Garrison's mark. */
  List<String> foreignNames() {
    return foreign.stream().map(CollectionFact::name).toList();
  }

  /** Collections of rings with a note, because they have been opened or halted. */
  public Map<CollectionFact, RingNote> noted() {
    Map<CollectionFact, RingNote> noted = new LinkedHashMap<>();
    for (CollectionFact fact : ours) {
      RingNote note = RingNote.in(fact.comment());
      if (!note.equals(RingNote.NONE)) {
        noted.put(fact, note);
      }
    }
    return noted;
  }

  /** Collections that a name or ID may refer to; more than one is ambiguous. */
  public List<CollectionFact> meantBy(String reference) {
    return List.copyOf(byReference.getOrDefault(key(reference), List.of()));
  }

  /** Collection that a name or ID refers to, if there is exactly one. */
  public Optional<CollectionFact> only(String reference) {
    List<CollectionFact> meant = meantBy(reference);
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }
}
