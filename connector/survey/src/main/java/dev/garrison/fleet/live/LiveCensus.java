package dev.garrison.fleet.live;

import dev.garrison.language.Text;
import java.time.Duration;
import java.util.List;

/**
 * Counts of servers that were asked and that answered.
 *
 * @param asked servers that could be asked
 * @param answered those that answered
 * @param waited time spent waiting for their answers
 * @param ended whether a person ended the waiting
 * @param pending names of some that have not answered
 * @param notes servers or questions that could not be asked, and why
 */
public record LiveCensus(
    int asked,
    int answered,
    Duration waited,
    boolean ended,
    List<String> pending,
    List<Text> notes) {
  public LiveCensus {
    pending = List.copyOf(pending);
    notes = List.copyOf(notes);
  }

  /** Number of servers that have not answered; only the site's earlier data is known of them. */
  public int silent() {
    return asked - answered;
  }
}
