package dev.garrison.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.ExitCode;
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

  private int run(String... args) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    return new CommandLineProgram(console, "1.2.3", List.of(new Jobs(), new History())).run(args);
  }

  @Command(name = "jobs")
  private final class Jobs implements Callable<Integer> {
    @Mixin private AnswerOptions answer;

    @Override
    public Integer call() {
      out.write(answer.json() ? "json" : "table");
      return ExitCode.OK;
    }
  }

  @Command(name = "history")
  private final class History implements Callable<Integer> {
    @Mixin private RowOptions answer;

    @Override
    public Integer call() {
      String text = answer.json() ? "json" : "table";
      out.write(answer.csv() ? "csv" : text);
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
    assertThat(out).hasToString(form);
  }

  @Test
  void aCommandWithoutCsvSaysSo() {
    assertThat(run("jobs", "--output", "csv")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error  Invalid value for option '--output': this command has no CSV; take table or json. [GAR-0702]",
            "       'garrison jobs --help' shows what there is.");
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
    assertThat(err.toString()).contains("are mutually exclusive (specify only one). [GAR-0702]");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theNearestFormIsNamed() {
    assertThat(run("history", "--output", "jsn")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error  Invalid value for option '--output': expected one of table, json, csv but was 'jsn'. [GAR-0702]",
            "       Did you mean 'json'? 'garrison history --help' shows what there is.");
  }
}
