package dev.garrison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

final class CommandLineProgramTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    return new CommandLineProgram(console, "1.2.3", List.of(new Refusing(), new Broken()))
        .run(args);
  }

  @Command(name = "refuse")
  private static final class Refusing implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new RefusalException(
          Diagnostic.error(
              CliCode.UNEXPECTED_FAILURE, "The site code is wrong.", "Correct 'site.code'."));
    }
  }

  @Command(name = "break")
  private static final class Broken implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new IllegalStateException("a part is missing");
    }
  }

  @Test
  void versionPrintsTheVersion() {
    assertThat(run("version")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).startsWith("garrison 1.2.3 (Java 25");
  }

  @Test
  void noCommandShowsTheHelpAndIsAMistake() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Usage: garrison").contains("Exit codes:");
  }

  @Test
  void anUnknownCommandIsAMistakeAndTheNearestIsNamed() {
    assertThat(run("versoin")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("Unmatched argument at index 0: 'versoin'")
        .contains("Did you mean: garrison version");
  }

  @Test
  void everyCommandHasHelp() {
    assertThat(run("version", "--help")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Usage: garrison version");
  }

  @Test
  void helpOfACommandGoesToTheOutput() {
    assertThat(run("help", "version")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Usage: garrison version");
  }

  @Test
  void completionKnowsTheCommands() {
    assertThat(run("completion")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("complete -F _complete_garrison").contains("version");
  }

  @Test
  void aRefusalIsOneDiagnosticWithoutStackTrace() {
    assertThat(run("refuse")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString().lines())
        .containsExactly(
            "error  The site code is wrong. [GAR-0701]", "       Correct 'site.code'.");
  }

  @Test
  void anUnexpectedFailureIsADiagnosticToo() {
    assertThat(run("break")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString().lines().findFirst())
        .hasValue(
            "error  Garrison met something it did not expect: IllegalStateException: a part is missing. [GAR-0701]");
  }

  @Test
  void debugAddsTheStackTrace() {
    assertThat(run("break", "--debug")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString()).contains("at dev.garrison.cli.CommandLineProgramTest");
  }
}
