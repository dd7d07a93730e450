package dev.garrison.session;

import dev.garrison.engine.resource.Address;
import dev.garrison.record.JournalEntry;
import dev.garrison.record.JournalEntry.Seen;
import dev.garrison.record.JournaledWrite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a run found one object, and how it left it.
 *
 * @param after empty when nobody knows: the run was cut in the middle of the write, could not read
 *     the object any more, or left the server at work
 */
record Trace(Seen before, Optional<Seen> after) {
  private static final String UNREADABLE = "unreadable";
  private static final String NOBODY = "nobody";

  /** The server was still at work: what could be read then was not what came of it. */
  private static final String WAITING = "waiting";

  /**
   * Every object that a run wrote, in the order of the writes.
   *
   * @param address reads an address, and refuses one that this program does not know
   */
  static Map<Address, Trace> all(List<JournalEntry> entries, Function<String, Address> address) {
    Map<Address, Trace> traces = new LinkedHashMap<>();
    for (JournaledWrite write : JournaledWrite.of(entries)) {
      Trace trace =
          new Trace(
              write.before().seen(),
              write
                  .after()
                  .filter(after -> !after.result().equals(WAITING))
                  .map(JournalEntry.After::seen)
                  .filter(seen -> !seen.kind().equals(UNREADABLE)));
      traces.merge(
          address.apply(write.before().address()),
          trace,
          (first, later) -> new Trace(first.before, later.after));
    }
    return traces;
  }

  /** Whether the run adopted an object that was an administrator's. */
  boolean adopted() {
    return before.owner().equals(NOBODY);
  }

  /** What the object is taken to look like now: as the run left it, or, not knowing, as before. */
  Seen left() {
    return after.orElse(before);
  }
}
