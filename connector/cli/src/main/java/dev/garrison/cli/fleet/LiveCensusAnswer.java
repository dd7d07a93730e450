package dev.garrison.cli.fleet;

import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.json.JsonForm;
import java.util.List;

/**
 * Who was asked and who answered, as a part of answers to programs.
 *
 * @param pending servers that have not answered
 * @param ended whether a person ended the waiting
 */
public record LiveCensusAnswer(
    int asked, int answered, int pending, long waitedSeconds, boolean ended, List<String> notes)
    implements JsonForm {
  /** That of a census. */
  public static LiveCensusAnswer of(LiveCensus census) {
    return new LiveCensusAnswer(
        census.asked(),
        census.answered(),
        census.silent(),
        census.waited().toSeconds(),
        census.ended(),
        census.notes());
  }
}
