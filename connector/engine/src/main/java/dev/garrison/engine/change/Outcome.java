package dev.garrison.engine.change;

import dev.garrison.diagnostic.Diagnostic;

/** What came of carrying out a change. Whether it counts is decided by reading back. */
public sealed interface Outcome {
  /**
   * The server took it.
   *
   * @param remark what a person should know of it; usually nothing
   */
  record Done(String remark) implements Outcome {
    public Done() {
      this("");
    }
  }

  /**
   * The server took it and is still at work.
   *
   * @param what what is under way
   */
  record Pending(String what) implements Outcome {}

  /**
   * It did not happen, or nobody knows: a lost answer is a failure until a read shows otherwise.
   */
  record Failed(Diagnostic diagnostic) implements Outcome {}
}
