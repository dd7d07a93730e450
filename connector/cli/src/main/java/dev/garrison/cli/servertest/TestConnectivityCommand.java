package dev.garrison.cli.servertest;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.runscript.OpenScriptRun;
import dev.garrison.session.RepeatedApply;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code garrison test-connectivity}: tests whether named servers reach Microsoft's hosts. */
@Command(
    name = "test-connectivity",
    description = {
      "Look whether servers that are named reach the hosts that the onboarding package names, through the ring's proxy where the manifest states one.",
      "Shows first what would run and where. It runs as a script of the site (Run Scripts), which by default two people make: whoever runs this first, and somebody who approves it. Where the site lets authors approve, it is approved and run at once. Another package or another proxy is another script.",
      "It connects and sends nothing; the servers stay as they are. They need not be onboarded."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every server reached every host",
      "1:an error; a server was refused, a host was not reached, or the test did not run there",
      "2:with --json and without --yes: what would run was shown",
      "3:another person has to approve the script, or a server is off or has not answered yet"
    })
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
