package dev.garrison.fleet.live;

import java.time.Duration;
import java.util.List;

/**
 * Who was asked, and who answered.
 *
 * @param asked servers that could be asked
 * @param answered those that answered
 * @param waited how long their answers were waited for
 * @param ended whether a person ended the waiting
 * @param pending names of some that have not answered
 * @param notes what could not be asked, and why
 */
public record LiveCensus(
    int asked,
    int answered,
    Duration waited,
    boolean ended,
    List<String> pending,
    List<String> notes) {
  public LiveCensus {
    pending = List.copyOf(pending);
    notes = List.copyOf(notes);
  }

  /** Servers that have not answered; nothing is known of them but what the site knew before. */
  public int silent() {
    return asked - answered;
  }
}
