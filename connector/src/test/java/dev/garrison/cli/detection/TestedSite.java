package dev.garrison.cli.detection;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.Console;
import dev.garrison.cli.journal.JournalCommand;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.plan.UndoCommand;
import dev.garrison.clientscript.SiteScripts;
import dev.garrison.detection.DetectionScript;
import dev.garrison.trial.TrialSite;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A site with servers that stand in every way, and the command line before it. */
final class TestedSite implements AutoCloseable {
  static final DetectionScript SCRIPT =
      DetectionScript.of(SiteScripts.detectionTest(Optional.empty()));

  private final TrialSite site;

  TestedSite(String name, Path folder) {
    site = new TrialSite(name, folder);
  }

  /** A run of a command line. */
  record Printed(int exit, String out, String err) {}

  TrialSite site() {
    return site;
  }

  /** Where nobody can be asked. */
  Printed run(String... words) {
    return run(false, "", words);
  }

  /** A person at a terminal, who types this. */
  Printed typing(String typed, String... words) {
    return run(true, typed + "\n", words);
  }

  private Printed run(boolean terminal, String typed, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), terminal);
    Confirmation confirmation =
        new Confirmation(console, new BufferedReader(new StringReader(typed)));
    int exit =
        new CommandLineProgram(
                console,
                "1.2.3",
                List.of(
                    new TestDetectionCommand(console, site.detection(), confirmation, site::pass),
                    new UndoCommand(console, site.sessions(), confirmation),
                    new JournalCommand(console)))
            .run(
                Stream.concat(Stream.of(words), Stream.of("-f", site.manifest().file().toString()))
                    .toArray(String[]::new));
    return new Printed(exit, out.toString(), err.toString());
  }

  @Override
  public void close() {
    site.close();
  }
}
