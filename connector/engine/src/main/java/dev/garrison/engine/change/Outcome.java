package dev.garrison.engine.change;

import dev.garrison.diagnostic.Diagnostic;

/** Outcome of carrying out a change. Whether it counts is decided by reading back. */
public sealed interface Outcome {
  /**
   * The server accepted the change.
   *
   * @param remark a note for the operator; usually empty
   */
  record Done(String remark) implements Outcome {
    public Done() {
      this("");
    }
  }

  /**
   * The server accepted the change and is still working.
   *
   * @param what the work in progress
   */
  record Pending(String what) implements Outcome {}

  /**
   * The change failed, or its result is unknown. A lost answer counts as a failure until a read
   * shows otherwise.
   */
  record Failed(Diagnostic diagnostic) implements Outcome {}
}
