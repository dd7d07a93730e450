package dev.garrison.engine.apply;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.Address;

/** What became of one object in an apply. */
public sealed interface StepResult {
  /**
   * It is as wanted, shown by a fresh read.
   *
   * @param remark what a person should know of it; usually nothing
   */
  record Done(String remark) implements StepResult {
    public Done() {
      this("");
    }
  }

  /** It was as wanted already. */
  record Unchanged() implements StepResult {}

  /** The server is at work, or something else has to come first. */
  record Waiting(String what) implements StepResult {}

  /** A decision holds it back, and no waiting in this run changes that. */
  record Held(String why) implements StepResult {}

  /** A person has to act. */
  record ByHand() implements StepResult {}

  /** It was left alone because an object that it needs failed. */
  record Skipped(Address because) implements StepResult {}

  /** Nothing was sent any more, because this object could not be read, or the run not recorded. */
  record NotTried(Address because) implements StepResult {}

  /** It is not as wanted. */
  record Failed(Diagnostic diagnostic) implements StepResult {}

  /** Whether objects that need this one may be carried out. */
  default boolean inPlace() {
    return switch (this) {
      case Done _, Unchanged _ -> true;
      case Waiting _, Held _, ByHand _, Skipped _, NotTried _, Failed _ -> false;
    };
  }

  /** Whether it counts as an error. */
  default boolean failed() {
    return switch (this) {
      case Failed _, Skipped _, NotTried _ -> true;
      case Done _, Unchanged _, Waiting _, Held _, ByHand _ -> false;
    };
  }
}
