package dev.garrison.wsus.model;

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
    return switch (phase) {
      case 0 -> "about to begin";
      case 1 -> counted("updates");
      case 2 -> counted("approvals");
      case 3 -> counted("categories");
      default -> counted("steps");
    };
  }

  private String counted(String what) {
    return "%d of %d %s".formatted(done, total, what);
  }
}
