package dev.garrison.cli.servertest;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.runscript.OpenScriptRun;
import dev.garrison.session.RepeatedApply;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code garrison test-connectivity}: tests whether named servers reach Microsoft's hosts. */
@Command(name = "test-connectivity")
public final class TestConnectivityCommand implements Callable<Integer> {
  private final TestRun run;

  @Mixin private TestOptions options;

  /**
   * @param waiting lets time pass while servers answer
   */
  public TestConnectivityCommand(
      Console console,
      OpenScriptRun.Opening opening,
      Confirmation confirmation,
      RepeatedApply.Waiting waiting) {
    this.run = new TestRun(console, opening, confirmation, waiting, new ConnectivityWords());
  }

  @Override
  public Integer call() throws InterruptedException {
    return run.run(options);
  }
}
