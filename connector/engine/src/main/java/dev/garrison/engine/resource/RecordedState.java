package dev.garrison.engine.resource;

import dev.garrison.json.JsonForm;

/**
 * State of an object as journals hold it. Once a version of Garrison has written it, only optional
 * parts are added to it; any other change is a form with the next number.
 *
 * @param <S> the state that the program works with
 */
public interface RecordedState<S extends Record> extends JsonForm {
  /** The state that was recorded. */
  S state();
}
