package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.state.JournalEntry;
import java.util.List;
import java.util.Optional;

/**
 * Results of a run of the journal, in numbers.
 *
 * @param written objects that the run wrote
 * @param unchanged objects that were in place before
 * @param waiting objects that the run left, to wait or for a person
 */
record WriteCounts(int written, int unchanged, int failed, int waiting) {
  private static final String DONE = "done";

  /** Counts of a run that ended; empty for one that was interrupted. */
  static Optional<WriteCounts> of(List<JournalEntry> entries) {
    int written =
        (int)
            entries.stream()
                .flatMap(entry -> entry.after().stream())
                .filter(after -> after.result().equals(DONE))
                .map(JournalEntry.After::address)
                .distinct()
                .count();
    return entries.stream()
        .flatMap(entry -> entry.end().stream())
        .findFirst()
        .map(end ->
            new WriteCounts(
                written, Math.max(0, end.done() - written), end.failed(), end.waiting()));
  }

  /** Whether the entries are of a run that applied no plan, but acted on servers. */
  static boolean isOfDeeds(List<JournalEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.before().stream())
        .anyMatch(before -> before.seen().isDeed());
  }

  /** The counts, as a phrase. */
  String words() {
    return t(
        "page.journal-run.counts",
        "written",
        written,
        "unchanged",
        unchanged,
        "failed",
        failed,
        "waiting",
        waiting);
  }
}
