package dev.garrison.mecm.application.model;

import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which generation of an application's identifiers counts (ADR 0008). What the site has keeps its
 * own. Where it has none, identifiers of what was deleted are not used again: whether a site takes
 * those anew is not public.
 *
 * @param listed logical names of all applications of the site, {@code Application_<guid>}
 */
public record Generations(Set<String> listed, History history) {
  private static final int MOST = 100;

  /** Where nothing is known of earlier applications. */
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

  /** For a site without applications, where nothing is known of earlier ones. */
  public static final Generations FIRST = new Generations(Set.of(), NOTHING_KNOWN);

  /** What is known of identifiers; asked only where the site has no application of them. */
  public interface History {
    /** Whether we deleted such an application. */
    boolean deleted(String logicalName);

    /** Whether the site refused to make one though it lists none of that identity. */
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
   * A refusal may have any cause, so it raises the generation once and not again.
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
