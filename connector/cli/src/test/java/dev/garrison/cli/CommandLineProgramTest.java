package dev.garrison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.cli.output.Console;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.login.Role;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

final class CommandLineProgramTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Timed timed = new Timed();

  private int run(String... args) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    return new CommandLineProgram(
            console, "1.2.3", List.of(new Refusing(), new Broken(), new Hungry(), timed))
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

  @Command(name = "hunger")
  private static final class Hungry implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new OutOfMemoryError("Java heap space");
    }
  }

  @Command(name = "timed")
  private static final class Timed implements Callable<Integer> {
    @Option(names = "--wait")
    private Duration wait = Duration.ZERO;

    @Option(names = "--role", converter = Roles.class, completionCandidates = Roles.class)
    private Role role = Role.VIEWER;

    @Option(names = "--not-before")
    private OffsetDateTime notBefore = OffsetDateTime.MIN;

    @Override
    public Integer call() {
      return ExitCode.OK;
    }
  }

  private static final class Roles extends WordConverter<Role> {
    Roles() {
      super(Role.values());
    }
  }

  @Test
  void aWordIsReadAndTheOneThatIsMeantNamed() {
    assertThat(run("timed", "--role", "approver")).isEqualTo(ExitCode.OK);
    assertThat(timed.role).isEqualTo(Role.APPROVER);
    assertThat(run("timed", "--role", "aprover")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().replaceAll("\\s+", " "))
        .isEqualTo(
            "error: Invalid value for \"--role\": \"aprover\" isn't one of viewer, operator, approver."
                + " [GAR-0702] Fix: Did you mean \"approver\"? Run \"garrison timed --help\" for usage. ");
  }

  @Test
  void aFullHeapIsSaidInWords() {
    assertThat(run("hunger")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString())
        .matches(
            "(?s)error: Not enough memory: Java is limited to [0-9,]+ MiB[.] \\[GAR-0703]\\R"
                + "  Fix: Raise the limit, for example with GARRISON_JAVA_OPTS=-Xmx1g[.] It is safe to rerun the command[.]\\R");
  }

  @ParameterizedTest
  @CsvSource({"PT30M,PT30M", "30m,PT30M", "2h,PT2H", "P3D,PT72H", "3d,PT72H", "0s,PT0S", "2H,PT2H"})
  void durationsAreTakenInTwoForms(String given, Duration meant) {
    assertThat(run("timed", "--wait", given)).isEqualTo(ExitCode.OK);
    assertThat(timed.wait).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "soon; isn't a duration, for example 30m, 2h, 3d, PT90M, or P3D.",
        "-PT5M; is negative.",
        "9999999999d; is longer than 10 years.",
        "99999999999999999999d; isn't a duration, for example 30m, 2h, 3d, PT90M, or P3D."
      },
      quoteCharacter = '"')
  void aWrongDurationIsAMistakeInOurWords(String given, String sentence) {
    assertThat(run("timed", "--wait=" + given)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().replaceAll("\\s+", " "))
        .isEqualTo(
            "error: Invalid value for \"--wait\": \"%s\" ".formatted(given)
                + sentence
                + " [GAR-0702] Fix: Run \"garrison timed --help\" for usage. ");
  }

  @Test
  void aTimeNeedsItsOffset() {
    assertThat(run("timed", "--not-before", "2026-11-28T22:00+01:00")).isEqualTo(ExitCode.OK);
    assertThat(timed.notBefore).isEqualTo(OffsetDateTime.parse("2026-11-28T22:00+01:00"));
    assertThat(run("timed", "--not-before", "yesterday")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().replaceAll("\\s+", " "))
        .isEqualTo(
            "error: Invalid value for \"--not-before\": \"yesterday\" isn't a time with a UTC offset,"
                + " for example 2026-11-28T22:00+01:00 or 2026-11-28T21:00Z. [GAR-0702]"
                + " Fix: Run \"garrison timed --help\" for usage. ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "-V"})
  void versionPrintsTheVersion(String word) {
    assertThat(run(word)).isEqualTo(ExitCode.OK);
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
    assertThat(err.toString().lines())
        .containsExactly(
            "error: \"garrison\" has no command \"versoin\". [GAR-0702]",
            "  Fix: Did you mean \"version\"? Run \"garrison --help\" for usage.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOSUCH", "versions-of-all", "manual", "he"})
  void noCommandIsNamedThatIsFarFromTheWord(String word) {
    assertThat(run(word)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: \"garrison\" has no command \"" + word + "\". [GAR-0702]",
            "  Fix: Run \"garrison --help\" for usage.");
  }

  @Test
  void noOptionIsNamedThatIsFarFromTheWord() {
    assertThat(run("timed", "--not-at")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: \"garrison timed\" has no option \"--not-at\". [GAR-0702]",
            "  Fix: Run \"garrison timed --help\" for usage.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "--version"})
  void anUnknownCommandIsAMistakeEvenWhereItsHelpIsAskedFor(String option) {
    assertThat(run("versoin", option)).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .containsExactly(
            "error: \"garrison\" has no command \"versoin\". [GAR-0702]",
            "  Fix: Did you mean \"version\"? Run \"garrison --help\" for usage.");
  }

  @Test
  void anUnknownOptionIsAMistakeAndTheNearestIsNamed() {
    assertThat(run("timed", "--not-befor", "3d")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: \"garrison timed\" has no option \"--not-befor\". [GAR-0702]",
            "  Fix: Did you mean \"--not-before\"? Run \"garrison timed --help\" for usage.");
  }

  @Test
  void aWordTooManyIsAMistake() {
    assertThat(run("refuse", "me")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: \"garrison refuse\" takes no argument \"me\". [GAR-0702]",
            "  Fix: Run \"garrison refuse --help\" for usage.");
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
    assertThat(out.toString())
        .contains("complete -o default -F _complete_garrison garrison")
        .contains("version");
  }

  @Test
  void aRefusalIsOneDiagnosticWithoutStackTrace() {
    assertThat(run("refuse")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: The site code is wrong. [GAR-0701]", "  Fix: Correct 'site.code'.");
  }

  @Test
  void anUnexpectedFailureIsADiagnosticToo() {
    assertThat(run("break")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString().lines().findFirst())
        .hasValue("error: Unexpected error: IllegalStateException: a part is missing. [GAR-0701]");
  }

  @Test
  void debugAddsTheStackTrace() {
    assertThat(run("break", "--debug")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString()).contains("at dev.garrison.cli.CommandLineProgramTest");
  }

  @Test
  void onlyTheCommandThatIsNamedIsMade() {
    List<String> made = new ArrayList<>();
    CommandLineProgram program =
        CommandLineProgram.of(
            new Console(new PrintWriter(out), new PrintWriter(err), false),
            "1.2.3",
            CommandLineDefaults.none(),
            List.of(command(made, "timed", timed), command(made, "break", new Broken())));
    assertThat(program.run("timed")).isZero();
    assertThat(made).containsExactly("timed");
    made.clear();
    assertThat(program.run("--help")).isZero();
    assertThat(made).containsExactly("timed", "break");
    assertThat(out.toString()).contains("timed", "break", "version", "completion", "help");
  }

  private static NamedCommand command(List<String> made, String name, Object command) {
    return new NamedCommand(
        name,
        () -> {
          made.add(name);
          return command;
        });
  }
}
