package dev.garrison.lab.wsus.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A revision of an update as its publisher made it.
 *
 * @param kbArticles digits only
 * @param eula license terms that must be accepted first
 * @param explicit whether it can be approved; parts of bundles cannot
 */
public record Revision(
    RevisionKey key,
    Texts texts,
    List<String> kbArticles,
    int severity,
    Optional<UUID> eula,
    boolean expired,
    boolean explicit,
    Instant created,
    Behaviour behaviour,
    Relations relations,
    List<UpdateFile> files,
    Optional<Sensor> sensor) {
  public Revision {
    kbArticles = List.copyOf(kbArticles);
    files = List.copyOf(files);
  }

  /** Id of its update. */
  public UUID updateId() {
    return key.updateId();
  }

  /** The same content with another revision number. */
  public Revision numbered(int number) {
    return copy(number, texts, expired, eula, behaviour, relations);
  }

  /** The same content, withdrawn by its publisher in another revision. */
  public Revision expiredAs(int number) {
    return copy(number, texts, true, eula, behaviour, relations);
  }

  /** The same revision with other texts. */
  public Revision withTexts(Texts other) {
    return copy(key.number(), other, expired, eula, behaviour, relations);
  }

  /** The same revision with license terms. */
  public Revision withEula(UUID terms) {
    return copy(key.number(), texts, expired, Optional.of(terms), behaviour, relations);
  }

  /** The same revision with another installation behavior. */
  public Revision withBehaviour(Behaviour other) {
    return copy(key.number(), texts, expired, eula, other, relations);
  }

  /** The same revision with other relations. */
  public Revision withRelations(Relations other) {
    return copy(key.number(), texts, expired, eula, behaviour, other);
  }

  /** The same revision, superseding these updates. */
  public Revision superseding(List<UUID> others) {
    return withRelations(
        new Relations(
            relations.classification(), relations.products(), others, relations.bundles()));
  }

  private Revision copy(
      int number,
      Texts newTexts,
      boolean isExpired,
      Optional<UUID> terms,
      Behaviour newBehaviour,
      Relations newRelations) {
    return new Revision(
        new RevisionKey(key.updateId(), number),
        newTexts,
        kbArticles,
        severity,
        terms,
        isExpired,
        explicit,
        created,
        newBehaviour,
        newRelations,
        files,
        sensor);
  }
}
