package dev.garrison.cli.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rings whose collections exist and have no servers. */
final class EmptyRingIT {
  private record Printed(int exit, String out) {}

  private static Printed run(TrialSite site, String... words) {
    StringWriter out = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(out), false);
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
    return new Printed(exit, out.toString());
  }

  /** A site whose pilot servers are all ready. */
  private static TrialSite fine(Path folder) throws IOException {
    String resource = "/dev/garrison/lab/sites/unready.yaml";
    try (InputStream stream = EmptyRingIT.class.getResourceAsStream(resource)) {
      String text =
          new String(
              Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
      Path file = folder.resolve("fine.yaml");
      Files.writeString(file, text.replaceFirst("(?s)\\[FINE12, FINE16, .*?]", "[FINE12, FINE22]"));
      return TrialSite.of(file, folder);
    }
  }

  @Test
  void anEmptyRingIsSaidToBeEmptyAndNeverReady(@TempDir Path folder) {
    try (TrialSite own = new TrialSite("2107-rollup", folder)) {
      own.makeCollection("Nobody yet");
      own.manifest().replace("[Pilot servers]", "[Nobody yet]");
      Printed printed = run(own);
      assertThat(printed.out())
          .contains("  pilot        0  no servers  ")
          .endsWith(
              """

              No servers.
              Ring pilot has no servers: its collections are empty, or their servers are in an earlier ring, in "exclude", or in
              "offboard".
              """)
          .doesNotContain("%");
      assertThat(printed.exit()).isEqualTo(3);
    }
  }

  @Test
  void anEmptyRingBesideAReadyOneIsNotGreen(@TempDir Path folder) throws IOException {
    try (TrialSite own = fine(folder)) {
      own.makeCollection("Nobody yet");
      own.manifest()
          .replace(
              "antivirus: active\n",
              """
              antivirus: active
                - name: broad
                  collections: [Nobody yet]
                  maxDevices: 25
                  deadline: "+7d 22:00"
                  antivirus: active
              """);
      Printed printed = run(own);
      assertThat(printed.out())
          .contains("2 of 2 servers ready (100%).\nRing broad has no servers: ");
      assertThat(printed.exit()).isEqualTo(3);
      assertThat(run(own, "--ring", "pilot").exit()).isEqualTo(0);
      assertThat(run(own, "--server", "FINE22").exit()).isEqualTo(0);
    }
  }
}
