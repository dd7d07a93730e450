package dev.garrison.engine.change;

/** Planned action for one object. */
public enum Action {
  /** The object is as wanted. */
  NO_OP,
  /** The object does not exist and will be made. */
  CREATE,
  /** The object exists and will be changed in place. */
  UPDATE,
  /** The object has to be deleted and created again. */
  REPLACE,
  /** The object exists and will be deleted. */
  DELETE,
  /** No action now: work is in progress, or another object has to exist first. */
  WAIT,
  /** Manual step that no API of this site offers; a later read shows that it was done. */
  MANUAL;

  /** Whether the action writes. */
  public boolean writes() {
    return switch (this) {
      case CREATE, UPDATE, REPLACE, DELETE -> true;
      case NO_OP, WAIT, MANUAL -> false;
    };
  }

  /** Whether objects that depend on this one have to wait. */
  public boolean holdsDependents() {
    return this == WAIT || this == MANUAL;
  }
}
