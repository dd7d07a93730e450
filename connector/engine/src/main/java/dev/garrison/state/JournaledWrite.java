package dev.garrison.state;

import dev.garrison.state.JournalEntry.After;
import dev.garrison.state.JournalEntry.Before;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One write of a run. A run writes one object after the other, so the next entry is the second one
 * of the same write. If it is missing, the process was ended in the middle, and it is unknown
 * whether the site did the write.
 *
 * @param after empty when the outcome is unknown
 */
public record JournaledWrite(Before before, Optional<After> after) {
  /** The writes of a run, in order. */
  public static List<JournaledWrite> of(List<JournalEntry> entries) {
    List<JournaledWrite> writes = new ArrayList<>();
    for (int index = 0; index < entries.size(); index++) {
      Optional<After> next =
          index + 1 < entries.size() ? entries.get(index + 1).after() : Optional.empty();
      entries
          .get(index)
          .before()
          .ifPresent(before ->
              writes.add(
                  new JournaledWrite(
                      before, next.filter(after -> after.address().equals(before.address())))));
    }
    return List.copyOf(writes);
  }

  /** The writes of a run whose outcome is unknown. */
  public static List<Before> unanswered(List<JournalEntry> entries) {
    return of(entries).stream()
        .filter(write -> write.after().isEmpty())
        .map(JournaledWrite::before)
        .toList();
  }
}
