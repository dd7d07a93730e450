package dev.garrison.engine.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Numbered forms in which the states of a kind are recorded, counted from 1. States are written in
 * the newest form, and read in each.
 *
 * @param <S> the state that the program works with
 */
public final class StateForm<S extends Record> {
  private final Class<S> stateClass;
  private final Function<S, ? extends RecordedState<S>> laying;
  private final List<Reader<S>> readers;

  private interface Reader<S extends Record> {
    Recorded<S> read(Json json, JsonNode tree);
  }

  private StateForm(
      Class<S> stateClass,
      Function<S, ? extends RecordedState<S>> laying,
      List<Reader<S>> readers) {
    this.stateClass = stateClass;
    this.laying = laying;
    this.readers = List.copyOf(readers);
  }

  /** The first form of a kind. */
  public static <S extends Record, F extends Record & RecordedState<S>> StateForm<S> of(
      Class<S> stateClass, Class<F> form, Function<S, F> laying) {
    return new StateForm<>(stateClass, laying, List.of(reader(form)));
  }

  /** The next form of the kind, in which its states are written from now on. */
  public <F extends Record & RecordedState<S>> StateForm<S> then(
      Class<F> form, Function<S, F> next) {
    List<Reader<S>> all = new ArrayList<>(readers);
    all.add(reader(form));
    return new StateForm<>(stateClass, next, all);
  }

  private static <S extends Record, F extends Record & RecordedState<S>> Reader<S> reader(
      Class<F> form) {
    return (json, tree) -> {
      Recorded<F> recorded = json.recorded(tree, form);
      try {
        return new Recorded<>(recorded.value().state(), recorded.unknown());
      } catch (IllegalArgumentException e) {
        throw new JsonException(Text.of("json.no-state"), e);
      }
    };
  }

  /** The record class of the state. */
  public Class<S> stateClass() {
    return stateClass;
  }

  /** The number of the form in which states are written. */
  public int number() {
    return readers.size();
  }

  /** The state in the newest form. */
  public ObjectNode write(Json json, S state) {
    return json.tree(laying.apply(state));
  }

  /**
   * The state that was recorded in the form with this number.
   *
   * @throws JsonException if it was not recorded in that form, or a later version wrote it
   */
  public Recorded<S> read(Json json, int number, JsonNode tree) {
    if (number < 1 || number > readers.size()) {
      throw new JsonException(
          Text.of(
              "json.later-form",
              "number",
              String.valueOf(number),
              "newest",
              String.valueOf(readers.size())));
    }
    return readers.get(number - 1).read(json, tree);
  }
}
