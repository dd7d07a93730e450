package dev.garrison.engine.change;

/** What the plan says about one object. */
public enum Action {
  /** The object is as wanted. */
  NO_OP,
  /** The object does not exist and will be made. */
  CREATE,
  /** The object exists and will be changed in place. */
  UPDATE,
  /** The object has to be deleted and made anew. */
  REPLACE,
  /** The object exists and will be deleted. */
  DELETE,
  /** Nothing to do now: something is under way, or another object has to be there first. */
  WAIT,
  /** A step that no API of this site offers; a person takes it, and a later read shows it done. */
  MANUAL;

  /** Whether carrying it out writes. */
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
