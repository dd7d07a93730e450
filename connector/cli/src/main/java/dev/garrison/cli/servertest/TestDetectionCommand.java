package dev.garrison.cli.servertest;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.runscript.OpenScriptRun;
import dev.garrison.session.RepeatedApply;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code garrison test-detection}: runs Microsoft's detection test on named servers. */
@Command(
    name = "test-detection",
    description = {
      "Run Microsoft's detection test on servers that are named: where the sensor works, the portal shows an alert.",
      "Shows first what would run and where. It runs as a script of the site (Run Scripts), which by default two people make: whoever runs this first, and somebody who approves it. Where the site lets authors approve, it is approved and run at once.",
      "It cannot be taken back, and whether the alert came only the portal shows."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it ran on every server",
      "1:an error; a server was refused, or the test did not run there",
      "2:with --json and without --yes: what would run was shown",
      "3:another person has to approve the script, or a server is off or has not answered yet"
    })
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
