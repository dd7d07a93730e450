package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.mecm.application.model.Application;
import java.util.Comparator;
import java.util.List;

/**
 * Parts of a digest that {@link Application} does not model, usually edits in the console.
 *
 * @param parts by path
 */
public record Unmodelled(List<Part> parts) {
  /** Fate of a part when Garrison writes a new revision. */
  public enum Fate {
    /** The part stays as it is. */
    KEPT,
    /** A part that Garrison would write is missing; it is added with the next necessary change. */
    MISSING,
    /**
     * The part would be lost or would change a value Garrison needs: the new revision is refused.
     */
    REFUSED,
    /** The part is a second copy of a value that Garrison writes, and differs: it is corrected. */
    REWRITTEN
  }

  /**
   * One part.
   *
   * @param path its location, for example {@code Application/DisplayInfo/Info[en-US]/Icon}
   * @param value its content, shortened; a long one with a digest, so that a change shows
   * @param fate its fate in a new revision
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
