package dev.garrison.cli.plan;

import dev.garrison.cli.Console;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.cli.view.PlanView;
import dev.garrison.engine.plan.Plan;
import dev.garrison.session.Session.Verified;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code garrison verify}: does reality equal the file? */
@Command(
    name = "verify",
    description =
        "Read everything again, files on the share whole, and say whether reality equals the manifest.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it does",
      "1:an error",
      "2:something differs",
      "3:only waiting or manual steps are left"
    })
public final class VerifyCommand implements Callable<Integer> {
  private final Console console;
  private final Sessions sessions;

  @Mixin private ManifestOptions options;
  @Mixin private PartOption part = new PartOption();

  public VerifyCommand(Console console, Sessions sessions) {
    this.console = console;
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    try (OpenSession open = options.open(sessions, part);
        TrafficNotice _ = new TrafficNotice(console, open)) {
      Verified verified = open.session().verify();
      Plan plan = verified.plan();
      if (!verified.findings().isEmpty()) {
        console.out().println("Not converged.");
        console.out().flush();
        verified
            .findings()
            .forEach(finding -> console.err().println(DiagnosticView.render(finding)));
        return ExitCode.ERROR;
      }
      if (plan.converged()) {
        console
            .out()
            .printf(
                "Converged: all %d objects are as the manifest '%s' says.%n",
                plan.changes().size(), plan.manifest());
      } else {
        console.out().println(PlanView.render(plan));
        console.out().println("Not converged.");
      }
      return PlanExit.of(plan);
    }
  }
}
