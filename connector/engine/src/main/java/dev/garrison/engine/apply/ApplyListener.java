package dev.garrison.engine.apply;

import dev.garrison.engine.change.Progress;
import dev.garrison.engine.plan.PlannedChange;

/** Receives the progress of an apply. Implementations are quick and never fail. */
public interface ApplyListener {
  /** Reports that a write begins; its long steps report to the returned progress. */
  Progress started(PlannedChange change);

  /** Reports the result for one object. */
  void finished(PlannedChange change, StepResult result);

  /** Listener that ignores all reports. */
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
