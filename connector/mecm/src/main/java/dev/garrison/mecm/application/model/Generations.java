package dev.garrison.mecm.application.model;

import java.util.Set;
import java.util.stream.IntStream;

/**
 * Selects the generation of an application's identifiers (ADR 0008). An application that the site
 * has keeps its own. If the site has none, the identifiers of a deleted application are not used
 * again, because it is not public whether a site accepts them again.
 *
 * @param listed logical names of all applications of the site, {@code Application_<guid>}
 */
public record Generations(Set<String> listed, History history) {
  private static final int MOST = 100;

  /** History without any earlier application. */
  public static final History NOTHING_KNOWN =
      new History() {
        @Override
        public boolean deleted(String logicalName) {
          return false;
        }

        @Override
        public boolean refused(String logicalName) {
          return false;
        }
      };

  /** Generations for a site without applications and without history. */
  public static final Generations FIRST = new Generations(Set.of(), NOTHING_KNOWN);

  /** History of identifiers; asked only if the site has no application with them. */
  public interface History {
    /** Whether Garrison deleted such an application. */
    boolean deleted(String logicalName);

    /** Whether the site refused to create one although it lists none of that identity. */
    boolean refused(String logicalName);
  }

  public Generations {
    listed = Set.copyOf(listed);
  }

  /** The identifiers of an application. */
  public Identifiers of(String manifest, String key) {
    return IntStream.rangeClosed(1, MOST)
        .mapToObj(generation -> new Identifiers(manifest, key, generation))
        .filter(each -> listed.contains(each.application()))
        .findFirst()
        .orElseGet(() -> next(new Identifiers(manifest, key, 1), false));
  }

  /**
   * Selects the next generation that was neither deleted nor refused. A refusal may have any cause,
   * so it raises the generation once and not again.
   *
   * @param raised whether the one before was passed over because of a refusal
   */
  private Identifiers next(Identifiers from, boolean raised) {
    if (history.deleted(from.application())) {
      return next(from.next(), false);
    }
    return history.refused(from.application()) && !raised ? next(from.next(), true) : from;
  }
}
