package dev.garrison.engine.apply;

import dev.garrison.engine.change.Progress;
import dev.garrison.engine.plan.PlannedChange;

/** Hears how an apply goes. Implementations are quick and never fail. */
public interface ApplyListener {
  /** A write begins; its long steps report to the returned progress. */
  Progress started(PlannedChange change);

  /** An object is finished with. */
  void finished(PlannedChange change, StepResult result);

  /** Nobody listens. */
  static ApplyListener silent() {
    return new ApplyListener() {
      @Override
      public Progress started(PlannedChange change) {
        return Progress.silent();
      }

      @Override
      public void finished(PlannedChange change, StepResult result) {
        // Silence is the point.
      }
    };
  }
}
