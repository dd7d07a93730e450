package dev.garrison.engine.resource;

import dev.garrison.engine.change.Action;

/**
 * One write to carry out.
 *
 * @param action one that writes
 * @param wanted what should be
 * @param seen what was read just before
 * @param <S> the kind's state
 */
public record Change<S extends Record>(Action action, Wanted<S> wanted, Observation<S> seen) {
  public Change {
    if (!action.writes()) {
      throw new IllegalArgumentException(action + " is nothing to carry out");
    }
  }

  /** The state to reach; only where the action makes or changes the object. */
  public S state() {
    return switch (wanted.desired()) {
      case Desired.Present<S>(S state) -> state;
      case Desired.Absent<S>(String reason) ->
          throw new IllegalStateException(wanted.address() + " should be gone: " + reason);
    };
  }

  /** The object that is there; only where the action changes or deletes it. */
  public Observation.Found<S> found() {
    if (seen instanceof Observation.Found<S> found) {
      return found;
    }
    throw new IllegalStateException(wanted.address() + " was not there");
  }
}
