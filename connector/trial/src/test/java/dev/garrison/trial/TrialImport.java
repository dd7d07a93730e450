package dev.garrison.trial;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.takeover.ImportCommand;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.session.Operator;
import dev.garrison.takeover.Takeover;
import dev.garrison.wiring.SiteSessions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code garrison import} in this very process, at the time of the site. */
public final class TrialImport {
  private TrialImport() {}

  /** What one run came to. */
  public record Ended(int code, String out, String err) {}

  /** Runs it now, for the provider of this site. */
  public static Ended run(TrialSite site, Path file, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    SiteSessions sessions =
        new SiteSessions(
            new Operator("tester", "test", 1, "test"),
            new Tempo(site.lab().clock(), _ -> {}, () -> 0.5),
            Map.of(),
            _ -> Optional.empty());
    ImportCommand command =
        new ImportCommand(
            console,
            new Takeover(sessions::takeover, new ManifestReader(), site.lab().clock()),
            "0");
    List<String> line =
        new ArrayList<>(
            List.of(
                "import",
                "--provider",
                site.lab().adminService().toString(),
                "--out",
                file.toString()));
    line.addAll(List.of(words));
    int code =
        new CommandLineProgram(console, "0", List.of(command)).run(line.toArray(String[]::new));
    return new Ended(code, out.toString(), err.toString());
  }
}
