package dev.garrison.trial;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.probe.ProbeCommand;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.session.Operator;
import dev.garrison.wiring.SiteSessions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code garrison probe} in this very process. */
public final class TrialProbe {
  private TrialProbe() {}

  /** What one run came to. */
  public record Ended(int code, String out, String err) {
    /** The screen without what differs from run to run. */
    public String steady() {
      return out.replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}", "TIME")
          .replaceAll("on the server for [0-9]+ seconds?", "on the server for SECONDS")
          .replaceAll("\\b[0-9]+, [0-9]+ ms", "PORT, TIME")
          .replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:PORT");
    }
  }

  /** Runs it now. */
  public static Ended run(Path manifest, String... words) {
    return run(manifest, Clock.system(ZoneOffset.UTC), words);
  }

  /** Runs it as if it were the time of this clock. */
  public static Ended run(Path manifest, Clock clock, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    SiteSessions sessions =
        new SiteSessions(
            new Operator("tester", "test", 1, "test"),
            new Tempo(clock, _ -> {}, () -> 0.5),
            Map.of(),
            _ -> Optional.empty());
    List<String> line = new ArrayList<>(List.of("probe", "-f", manifest.toString()));
    line.addAll(List.of(words));
    int code =
        new CommandLineProgram(
                console,
                "0",
                List.of(
                    new ProbeCommand(
                        console,
                        sessions::probe,
                        _ -> {
                          throw new IllegalStateException();
                        },
                        clock,
                        "0")))
            .run(line.toArray(String[]::new));
    return new Ended(code, out.toString(), err.toString());
  }
}
