package dev.garrison.cli.readiness;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.trial.TrialSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** What {@code garrison prerequisites} printed, and how it ended. */
record Printed(int exit, String out, String err) {
  static Printed of(TrialSite site, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    int exit =
        new CommandLineProgram(
                console,
                "1.2.3",
                List.of(new PrerequisitesCommand(console, site.sessions(), site::pass)))
            .run(
                Stream.concat(
                        Stream.concat(Stream.of("prerequisites"), Stream.of(words)),
                        Stream.of("-f", site.manifest().file().toString()))
                    .toArray(String[]::new));
    return new Printed(exit, out.toString(), err.toString());
  }
}
