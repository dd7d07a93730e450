package dev.garrison.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.ExitCode;
import dev.garrison.json.JsonForm;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class AnswerOptionsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private final Console console =
      new Console(new PrintWriter(out, true), new PrintWriter(err), false);

  private int run(String... args) {
    return new CommandLineProgram(console, "1.2.3", List.of(new Jobs(), new History())).run(args);
  }

  /** An answer for programs. */
  record Word(String word) implements JsonForm {}

  @Command(name = "jobs")
  private final class Jobs implements Callable<Integer> {
    @Mixin private AnswerOptions answer;

    @Override
    public Integer call() {
      answer.print(console, () -> new Word("json"), () -> "table");
      return ExitCode.OK;
    }
  }

  @Command(name = "history")
  private final class History implements Callable<Integer> {
    @Mixin private RowOptions answer;

    @Override
    public Integer call() {
      answer.print(
          console,
          () -> new Word("json"),
          new Columns<String>().and("word", word -> word),
          () -> List.of("csv"),
          () -> "table");
      return ExitCode.OK;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jobs, table",
    "jobs --output table, table",
    "jobs --output json, json",
    "jobs --json, json",
    "history, table",
    "history --output=table, table",
    "history --output=json, json",
    "history --json, json",
    "history --output=csv, csv",
    "history --csv, csv"
  })
  void aFormIsNamedInEitherWay(String line, String form) {
    assertThat(run(line.split(" ", -1))).as(err.toString()).isEqualTo(ExitCode.OK);
    console.out().flush();
    assertThat(out.toString())
        .isEqualTo(
            switch (form) {
              case "json" -> "{\n  \"word\" : \"json\"\n}\n";
              case "csv" -> "word\r\ncsv\r\n";
              default -> "table" + System.lineSeparator();
            });
  }

  @Test
  void aCommandWithoutCsvSaysSo() {
    assertThat(run("jobs", "--output", "csv")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: Invalid value for \"--output\": This command has no CSV output. Use table or json. [GAR-0702]",
            "  Fix: Run \"garrison jobs --help\" for usage.");
    assertThat(run("jobs", "--csv")).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jobs --json --output table",
        "jobs --output json --json",
        "history --json --csv",
        "history --csv --output json"
      })
  void twoFormsAreRefused(String line) {
    assertThat(run(line.split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("error: These options can't be used together: --");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theNearestFormIsNamed() {
    assertThat(run("history", "--output", "jsn")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: Invalid value for \"--output\": \"jsn\" isn't one of table, json, csv. [GAR-0702]",
            "  Fix: Did you mean \"json\"? Run \"garrison history --help\" for usage.");
  }
}
