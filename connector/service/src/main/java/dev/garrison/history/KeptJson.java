package dev.garrison.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.time.DateTimeException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads JSON from columns of the history. Each kind of row has forms of its own, whose number it
 * names in {@code format}; the first form names none.
 *
 * <p>Unknown parts of a form are ignored. They come from a later version that gave the form no new
 * number, so the rest has its old meaning. Nothing is lost, because a row is never read and written
 * back: it stays as it is, or is replaced by what a run read itself.
 */
final class KeptJson {
  private static final String FORMAT = "format";
  private static final int FIRST = 1;

  private KeptJson() {}

  /**
   * Reads a value that was stored in one of the known forms.
   *
   * @param newest the number of the last of them
   * @param form has all parts of all of them
   * @throws JsonException if it was not, or a later version wrote it
   */
  static <F extends Record & JsonForm, V> V read(
      Json json, JsonNode tree, int newest, Class<F> form, Function<F, V> value) {
    JsonNode number = tree.path(FORMAT);
    if (number.isInt() && (number.intValue() < FIRST || number.intValue() > newest)) {
      throw new JsonException(
          Text.of(
              "json.later-form",
              "number",
              String.valueOf(number.intValue()),
              "newest",
              String.valueOf(newest)));
    }
    try {
      return value.apply(json.recorded(tree, form).value());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new JsonException(Text.of("json.later-part"), e);
    }
  }

  /**
   * Reads a value that nothing can replace.
   *
   * @param what it is, for people
   * @throws RefusalException if it is not what this version can read
   */
  static <V> V required(Text what, Supplier<V> reading) {
    try {
      return reading.get();
    } catch (JsonException e) {
      throw new RefusalException(
          Diagnostic.error(
              JobCode.HISTORY_ROW_UNREADABLE,
              Message.of("history.unreadable-row", "what", what, "reason", e)),
          e);
    }
  }
}
