package dev.garrison.state;

import dev.garrison.state.JournalEntry.Seen;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Newest recorded write of each object, from journals.
 *
 * @param seen the object after the write, by its address; an empty value where the run was ended in
 *     the middle of the write
 * @param complete whether every journal could be read, so that an object without a write was never
 *     written from this state folder
 */
public record LastWrites(Map<String, Optional<Seen>> seen, boolean complete) {
  public LastWrites {
    seen = Map.copyOf(seen);
  }

  /** These writes, and those of other journals, which belong to other objects. */
  public LastWrites and(LastWrites others) {
    Map<String, Optional<Seen>> all = new HashMap<>(seen);
    all.putAll(others.seen);
    return new LastWrites(all, complete && others.complete);
  }
}
