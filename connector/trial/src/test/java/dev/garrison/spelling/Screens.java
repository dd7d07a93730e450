package dev.garrison.spelling;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.fleet.StatusCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.PlanCommand;
import dev.garrison.cli.readiness.PrerequisitesCommand;
import dev.garrison.cli.verify.VerifyCommand;
import dev.garrison.trial.TrialSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** What commands that only read print. */
final class Screens {
  private Screens() {}

  static String of(TrialSite site, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    new CommandLineProgram(
            console,
            "0",
            List.of(
                new PrerequisitesCommand(console, site.sessions(), site::pass),
                new StatusCommand(console, site.sessions(), site::pass),
                new VerifyCommand(console, site.sessions(), site::pass),
                new PlanCommand(console, site.sessions())))
        .run(
            Stream.concat(Stream.of(words), Stream.of("-f", site.manifest().file().toString()))
                .toArray(String[]::new));
    return out + "\n" + err;
  }
}
