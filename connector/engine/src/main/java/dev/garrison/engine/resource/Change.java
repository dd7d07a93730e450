package dev.garrison.engine.resource;

import dev.garrison.engine.change.Action;

/**
 * One write to carry out.
 *
 * @param action an action that writes
 * @param wanted the wanted object
 * @param seen the observation just before the write
 * @param <S> the kind's state
 */
public record Change<S extends Record>(Action action, Wanted<S> wanted, Observation<S> seen) {
  public Change {
    if (!action.writes()) {
      throw new IllegalArgumentException(action + " is nothing to carry out");
    }
  }

  /** The state to reach; only for an action that creates or changes the object. */
  public S state() {
    return switch (wanted.desired()) {
      case Desired.Present<S>(S state) -> state;
      case Desired.Absent<S>(String reason) ->
          throw new IllegalStateException(wanted.address() + " should be gone: " + reason);
    };
  }

  /** The existing object; only for an action that changes or deletes it. */
  public Observation.Found<S> found() {
    if (seen instanceof Observation.Found<S> found) {
      return found;
    }
    throw new IllegalStateException(wanted.address() + " was not there");
  }
}
