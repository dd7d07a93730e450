package dev.garrison.wsus.model;

import dev.garrison.language.Text;
import dev.garrison.wsus.soap.Row;

/**
 * Progress of a synchronization.
 *
 * @param phase {@code SynchronizationPhase}: 1 updates, 2 approvals, 3 categories; 0 while nothing
 *     is done
 * @param total number of items in this phase
 * @param done number of these that are done
 */
public record SyncProgress(int phase, int total, int done) {
  public static SyncProgress of(Row<Columns.Progress> row) {
    // Which of the two counts comes first is not published; what is done is never the larger one.
    int one = row.number(Columns.Progress.PROGRESS_TOTAL);
    int other = row.number(Columns.Progress.PROGRESS_PROCESSED);
    return new SyncProgress(
        row.number(Columns.Progress.RUNNING_PHASE), Math.max(one, other), Math.min(one, other));
  }

  /** Text such as {@code 3 of 4 updates}. */
  public String words() {
    Text words =
        switch (phase) {
          case 0 -> Text.of("sync-progress.starting");
          case 1 -> Text.of("sync-progress.updates", "done", done, "total", total);
          case 2 -> Text.of("sync-progress.approvals", "done", done, "total", total);
          case 3 -> Text.of("sync-progress.categories", "done", done, "total", total);
          default -> Text.of("sync-progress.steps", "done", done, "total", total);
        };
    return words.toString();
  }
}
