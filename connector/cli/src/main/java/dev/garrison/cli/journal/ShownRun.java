package dev.garrison.cli.journal;

import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournaledWrite;
import dev.garrison.state.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run of a journal, for programs.
 *
 * @param run origin and purpose; empty where the first line has none
 * @param end the counts at its end; empty if it was interrupted
 */
record ShownRun(
    String site,
    String name,
    Optional<Run> run,
    Optional<JournalEntry.End> end,
    List<Write> writes) {
  private static final String UNKNOWN = "unknown";

  /**
   * One write, or one deed.
   *
   * @param result {@code unknown} if the run was interrupted in the middle of it
   */
  record Write(String object, String action, String result, String detail) {
    private static Write of(JournalEntry.After after) {
      return new Write(after.address(), after.action(), after.result(), after.detail());
    }

    private static Write unanswered(JournalEntry.Before before) {
      return new Write(before.address(), before.action(), UNKNOWN, "");
    }
  }

  static ShownRun of(String site, String name, List<JournalEntry> entries) {
    List<Write> writes = new ArrayList<>();
    entries.forEach(entry -> entry.after().map(Write::of).ifPresent(writes::add));
    JournaledWrite.unanswered(entries).forEach(before -> writes.add(Write.unanswered(before)));
    return new ShownRun(
        site,
        name,
        entries.stream().flatMap(entry -> entry.run().stream()).findFirst(),
        entries.stream().flatMap(entry -> entry.end().stream()).findFirst(),
        List.copyOf(writes));
  }

  /** Number of writes whose outcome is unknown. */
  long unknown() {
    return writes.stream().filter(write -> write.result().equals(UNKNOWN)).count();
  }
}
