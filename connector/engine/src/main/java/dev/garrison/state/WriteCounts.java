package dev.garrison.state;

import dev.garrison.language.Text;
import java.util.List;
import java.util.Optional;

/**
 * Results of a run of the journal, in the numbers of {@code garrison apply}.
 *
 * @param applied objects that the run wrote and read back
 * @param unchanged objects that were in place before
 * @param waiting objects that the run left, to wait or for a person
 */
public record WriteCounts(int applied, int unchanged, int failed, int waiting) {
  private static final String DONE = "done";

  /** Counts of a run that ended; empty for one that was interrupted. */
  public static Optional<WriteCounts> of(List<JournalEntry> entries) {
    int applied =
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
                applied, Math.max(0, end.done() - applied), end.failed(), end.waiting()));
  }

  /** Whether the entries are of a run that applied no plan, but acted on servers. */
  public static boolean isOfDeeds(List<JournalEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.before().stream())
        .anyMatch(before -> before.seen().isDeed());
  }

  /** The counts, as a phrase. */
  public Text words() {
    return Text.of(
        "journal.counts",
        "applied",
        applied,
        "unchanged",
        unchanged,
        "failed",
        failed,
        "waiting",
        waiting);
  }
}
