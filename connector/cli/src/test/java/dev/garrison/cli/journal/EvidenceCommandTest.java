package dev.garrison.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.session.Sessions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before anything is read. */
final class EvidenceCommandTest {
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  /** No session may be opened. */
  private static final class Closed implements Sessions {
    @Override
    public OpenSession open(Path manifest, Optional<Path> state, Part part) {
      throw new AssertionError("opened");
    }

    @Override
    public OpenSession openAs(Path manifest, String text, Optional<Path> state) {
      throw new AssertionError("opened");
    }
  }

  private int run(String... words) {
    Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false);
    Clock clock = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
    return new CommandLineProgram(
            console, "1", List.of(new EvidenceCommand(console, new Closed(), clock)))
        .run(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "evidence; Specify the period with --from DAY or --last-quarter.",
        "evidence --to 2026-11-01; Specify the period with --from DAY or --last-quarter.",
        "evidence --last-quarter --from 2026-11-01; --last-quarter can't be used with --from or --to.",
        "evidence --last-quarter --to 2026-11-01; --last-quarter can't be used with --from or --to.",
        "evidence --from 2026-11-02 --to 2026-11-01; The period ends on 2026-11-01, before its first day 2026-11-02."
      })
  void aPeriodThatIsNoneIsAMistake(String line, String sentence) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: " + sentence + " [GAR-0702]",
            "  Fix: Run \"garrison evidence --help\" for usage.");
  }

  @Test
  void aReportThatIsThereIsRefused() throws IOException {
    Path report = Files.writeString(folder.resolve("audit.html"), "theirs");
    assertThat(run("evidence", "--last-quarter", "--report", report.toString()))
        .isEqualTo(ExitCode.ERROR);
    assertThat(err.toString()).contains("audit.html already exists. [GAR-0820]");
    assertThat(report).hasContent("theirs");
  }
}
