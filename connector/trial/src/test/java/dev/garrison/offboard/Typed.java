package dev.garrison.offboard;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.fleet.StatusCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.ApplyCommand;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.rollout.OffboardCommand;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.trial.TrialSite;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command line of the program in this very process, and what came of it.
 *
 * @param exitCode as the shell sees it
 */
record Typed(int exitCode, String out, String err) {
  /** A line that is rewritten in place on a terminal. */
  private static final Pattern REDRAWN = Pattern.compile("\r[^\r\u001b]*\u001b\\[K");

  /** Where nobody sits. */
  static Typed unattended(TrialSite site, String... words) {
    return run(site, false, "", words);
  }

  /**
   * On a terminal.
   *
   * @param answers a line for each question
   */
  static Typed answering(TrialSite site, String answers, String... words) {
    return run(site, true, answers, words);
  }

  private static Typed run(TrialSite site, boolean terminal, String answers, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), terminal);
    BufferedReader input = new BufferedReader(new StringReader(answers));
    CommandLineProgram program =
        new CommandLineProgram(
            console,
            "test",
            List.of(
                new ApplyCommand(
                    console, site.sessions(), new Confirmation(console, input), site::pass),
                new OffboardCommand(
                    console,
                    site.sessions(),
                    new Confirmation(console, input),
                    new ManifestReader(),
                    site.lab().clock()),
                new StatusCommand(console, site.sessions(), site::pass)));
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("-f", site.manifest().file().toString()));
    int code = program.run(all.toArray(String[]::new));
    return new Typed(code, out.toString(), REDRAWN.matcher(err.toString()).replaceAll(""));
  }
}
