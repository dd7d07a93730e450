package dev.garrison.engine.apply;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.resource.Address;
import java.util.Optional;

/** Result of an apply for one object. */
public sealed interface StepResult {
  /**
   * The object is as wanted, confirmed by a new read.
   *
   * @param remark a note for the operator; usually empty
   */
  record Done(String remark) implements StepResult {
    public Done() {
      this("");
    }
  }

  /** The object was already as wanted. */
  record Unchanged() implements StepResult {}

  /**
   * The server is still working, or another object has to come first.
   *
   * @param begun whether this run wrote the object, so that the server is at work on it
   */
  record Waiting(String what, boolean begun) implements StepResult {
    public Waiting(String what) {
      this(what, false);
    }
  }

  /** The object does not become possible until a person acts. */
  record Blocked(String what, Blockage cause) implements StepResult {}

  /** A decision holds the object back, and waiting in this run does not change that. */
  record Held(String why) implements StepResult {}

  /** A person has to act. */
  record ByHand() implements StepResult {}

  /** The object was left alone because an object that it needs failed. */
  record Skipped(Address because) implements StepResult {}

  /** No write was sent, because an earlier object could not be read or the run not recorded. */
  record NotTried(Address because) implements StepResult {}

  /** The object is not as wanted. */
  record Failed(Diagnostic diagnostic) implements StepResult {}

  /** Result for an object that waits, or that a cause blocks. */
  static StepResult waiting(String what, Optional<Blockage> cause) {
    return cause
        .<StepResult>map(each -> new Blocked(what, each))
        .orElseGet(() -> new Waiting(what));
  }

  /**
   * The result of both rounds: an object stays done or begun that an earlier round did or began.
   */
  default StepResult following(StepResult earlier) {
    return switch (this) {
      case Unchanged _ when earlier instanceof Done -> earlier;
      case Waiting(String what, boolean begun) when earlier instanceof Waiting before ->
          new Waiting(what, begun || before.begun());
      default -> this;
    };
  }

  /** Whether objects that need this one may be carried out. */
  default boolean inPlace() {
    return switch (this) {
      case Done _, Unchanged _ -> true;
      case Waiting _, Blocked _, Held _, ByHand _, Skipped _, NotTried _, Failed _ -> false;
    };
  }

  /** Whether the result counts as an error. */
  default boolean failed() {
    return switch (this) {
      case Failed _, Skipped _, NotTried _ -> true;
      case Done _, Unchanged _, Waiting _, Blocked _, Held _, ByHand _ -> false;
    };
  }
}
