package dev.garrison.cli.plan;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.ApplyView;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.cli.view.ProgressView;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.plan.PlannedChange;

/** Shows the progress of an apply on a terminal only, and its results everywhere. */
public final class ApplyScreen implements ApplyListener {
  private final Console console;

  public ApplyScreen(Console console) {
    this.console = console;
  }

  @Override
  public Progress started(PlannedChange change) {
    if (!console.terminal()) {
      return Progress.silent();
    }
    return (done, total) -> {
      console.err().print("\r" + ProgressView.line(change.address().toString(), done, total));
      if (done >= total) {
        console.err().print("\r\u001b[K");
      }
      console.err().flush();
    };
  }

  @Override
  public void finished(PlannedChange change, StepResult result) {
    String line = ApplyView.line(change, result);
    if (!line.isEmpty()) {
      console.out().println(line);
    }
    if (result instanceof StepResult.Failed failed) {
      console.out().flush();
      console.err().println(DiagnosticView.render(failed.diagnostic()));
    }
  }
}
