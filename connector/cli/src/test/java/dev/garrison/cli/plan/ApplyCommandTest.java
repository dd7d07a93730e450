package dev.garrison.cli.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.cli.output.Console;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Options that would change what a plan in a file is. */
final class ApplyCommandTest {
  private static final Sessions NONE =
      new Sessions() {
        @Override
        public OpenSession open(Path manifest, Optional<Path> state, Part part) {
          throw new AssertionError("no session is opened");
        }

        @Override
        public OpenSession openAs(Path manifest, String text, Optional<Path> state) {
          throw new AssertionError("no session is opened");
        }
      };

  private static void check(String... words) {
    Console console =
        new Console(
            new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);
    ApplyCommand command =
        new ApplyCommand(
            console,
            NONE,
            new Confirmation(console, new BufferedReader(new StringReader(""))),
            _ -> {
              throw new AssertionError("nobody waits");
            });
    new CommandLine(command).parseArgs(words);
    command.requireSuitableOptions();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prune", "--allow-downgrade", "--change=CHG-1"})
  void whatWasDecidedWhenThePlanWasKeptIsNotDecidedAgain(String option) {
    assertThatThrownBy(() -> check("plan.json", option))
        .isInstanceOf(ParameterException.class)
        .hasMessage(
            "--prune, --allow-downgrade, and --change can't be used with a saved plan. Use them with \"garrison plan --out FILE\".");
  }

  @Test
  void aFreshPlanTakesThem() {
    assertThatCode(() -> check("--prune", "--allow-downgrade", "--change=CHG-1"))
        .doesNotThrowAnyException();
  }
}
