package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.mecm.application.model.Application;
import java.util.Comparator;
import java.util.List;

/**
 * Everything in a digest that {@link Application} does not say: an administrator's edit in the
 * console, as a rule.
 *
 * @param parts by path
 */
public record Unmodelled(List<Part> parts) {
  /** What becomes of a part when Garrison writes a new revision. */
  public enum Fate {
    /** It stays as it is. */
    KEPT,
    /** Something that we would write is not there; it comes when we have to change it. */
    MISSING,
    /** It would be lost or would change what we rely on: the new revision is refused. */
    REFUSED,
    /** It is a second copy of something we state, and disagrees: it is set right. */
    REWRITTEN
  }

  /**
   * One part.
   *
   * @param path where it is, for example {@code Application/DisplayInfo/Info[en-US]/Icon}
   * @param value what stands there, shortened; a long one with a digest, so that a change shows
   * @param fate what becomes of it
   */
  public record Part(String path, String value, Fate fate) {
    @Override
    public String toString() {
      return value.isEmpty() ? path : path + " (" + value + ")";
    }
  }

  public Unmodelled {
    parts =
        parts.stream().sorted(Comparator.comparing(Part::path).thenComparing(Part::value)).toList();
  }

  /** The parts with this fate. */
  public List<Part> with(Fate fate) {
    return parts.stream().filter(part -> part.fate() == fate).toList();
  }
}
