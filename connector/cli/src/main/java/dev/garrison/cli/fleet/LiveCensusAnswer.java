package dev.garrison.cli.fleet;

import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Text;
import java.util.List;

/**
 * Servers that were asked and that answered, as a part of JSON answers.
 *
 * @param pending servers that have not answered
 * @param ended whether a person ended the waiting
 */
public record LiveCensusAnswer(
    int asked, int answered, int pending, long waitedSeconds, boolean ended, List<String> notes)
    implements JsonForm {
  /** The form of a census. */
  public static LiveCensusAnswer of(LiveCensus census) {
    return new LiveCensusAnswer(
        census.asked(),
        census.answered(),
        census.silent(),
        census.waited().toSeconds(),
        census.ended(),
        census.notes().stream().map(Text::toString).toList());
  }
}
