package dev.garrison.cli.servertest;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.runscript.OpenScriptRun;
import dev.garrison.session.RepeatedApply;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code garrison test-detection}: runs Microsoft's detection test on named servers. */
@Command(name = "test-detection")
public final class TestDetectionCommand implements Callable<Integer> {
  private final TestRun run;

  @Mixin private TestOptions options;

  /**
   * @param waiting lets time pass while servers answer
   */
  public TestDetectionCommand(
      Console console,
      OpenScriptRun.Opening opening,
      Confirmation confirmation,
      RepeatedApply.Waiting waiting) {
    this.run = new TestRun(console, opening, confirmation, waiting, new AlertWords());
  }

  @Override
  public Integer call() throws InterruptedException {
    return run.run(options);
  }
}
