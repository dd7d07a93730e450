package dev.garrison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.Colors;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.manifest.ManifestCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The order is: option, environment, default. */
final class CommandLineDefaultsTest {
  private final StringWriter out = new StringWriter();
  private final Colors colors = new Colors(true, () -> true);
  private final Reading reading = new Reading();
  private final Group group = new Group();
  private final Service service = new Service();

  @Command(name = "read")
  private static final class Reading implements Callable<Integer> {
    @Mixin private ManifestOptions options;

    private List<Diagnostic> missing = List.of();

    @Override
    public Integer call() {
      if (!missing.isEmpty()) {
        throw new RefusalException(missing);
      }
      return ExitCode.OK;
    }
  }

  @Command(name = "group", subcommands = Below.class)
  private static final class Group {
    @Option(
        names = {"-f", "--manifest"},
        defaultValue = "garrison.yaml",
        scope = ScopeType.INHERIT)
    private String manifest = "";
  }

  @Command(name = "below")
  private static final class Below implements Callable<Integer> {
    @Override
    public Integer call() {
      return ExitCode.OK;
    }
  }

  @Command(name = "service")
  static final class Service {
    private @Nullable String manifest = "";
    private @Nullable String state = "";

    @Command(name = "install")
    int install(
        @Option(names = "--manifest") @Nullable String named,
        @Option(names = "--state") @Nullable String folder) {
      manifest = named;
      state = folder;
      return ExitCode.OK;
    }
  }

  private boolean isColored() {
    return !colors.of("Apply complete: all.").equals("Apply complete: all.");
  }

  private void run(CommandLineDefaults defaults, String... words) {
    Console console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(out),
            true,
            colors,
            new TerminalTime(ZoneOffset.UTC));
    int code =
        CommandLineProgram.of(
                console,
                "1.2.3",
                defaults,
                List.of(NamedCommand.of(reading), NamedCommand.of(group), NamedCommand.of(service)))
            .run(words);
    assertThat(code).as(out.toString()).isZero();
  }

  private static CommandLineDefaults environment() {
    return new CommandLineDefaults(
        Optional.of("/srv/site.yaml"), Optional.of("/srv/state"), false, Language.ENGLISH);
  }

  @Test
  void withoutOptionAndEnvironmentTheDefaultCounts() {
    run(CommandLineDefaults.none(), "read");
    assertThat(reading.options.manifest()).isEqualTo(Path.of("garrison.yaml"));
    assertThat(reading.options.state()).isEmpty();
    assertThat(isColored()).isTrue();
  }

  @Test
  void theEnvironmentComesBeforeTheDefault() {
    run(environment(), "read");
    assertThat(reading.options.manifest()).isEqualTo(Path.of("/srv/site.yaml"));
    assertThat(reading.options.state()).hasValue(Path.of("/srv/state"));
    assertThat(isColored()).isFalse();
  }

  @Test
  void anOptionComesBeforeTheEnvironment() {
    run(environment(), "read", "-f", "mine.yaml", "--state", "mine", "--color", "always");
    assertThat(reading.options.manifest()).isEqualTo(Path.of("mine.yaml"));
    assertThat(reading.options.state()).hasValue(Path.of("mine"));
    assertThat(isColored()).isTrue();
  }

  @Test
  void anOptionBeforeTheSubcommandComesBeforeTheEnvironment() {
    run(environment(), "--color", "always", "read");
    assertThat(isColored()).isTrue();
  }

  @Test
  void theEnvironmentReachesAnOptionThatSubcommandsShare() {
    run(environment(), "group", "below");
    assertThat(group.manifest).isEqualTo("/srv/site.yaml");
  }

  @Test
  void anOptionAfterTheSubcommandComesBeforeTheEnvironment() {
    run(environment(), "group", "below", "-f", "mine.yaml");
    assertThat(group.manifest).isEqualTo("mine.yaml");
  }

  @Test
  void theEnvironmentDoesNotChangeWhatAServiceServes() {
    run(environment(), "service", "install");
    assertThat(service.manifest).isNull();
    assertThat(service.state).isNull();
  }

  @Test
  void helpNamesTheManifestOfTheEnvironment() {
    run(environment(), "read", "--help");
    assertThat(out.toString()).contains("Path to the manifest (default: /srv/site.yaml).");
  }

  @Test
  void helpNamesTheStateDirectoryOfTheEnvironment() {
    run(environment(), "read", "--help");
    assertThat(out.toString()).contains("State directory (default: /srv/state).");
  }

  @Test
  void helpNamesTheUsualStateDirectoryWhereTheEnvironmentNamesNone() {
    run(CommandLineDefaults.none(), "read", "--help");
    assertThat(out.toString())
        .contains("State directory (default: .garrison next to the manifest).");
  }

  @Test
  void helpOfTheServiceNamesNoStateDirectoryOfTheEnvironment() {
    run(environment(), "service", "install", "--help");
    assertThat(out.toString()).doesNotContain("/srv/state");
  }

  private String refused(CommandLineDefaults defaults, String... words) {
    reading.missing =
        List.of(
            Diagnostic.error(
                ManifestCode.MANIFEST_UNREADABLE,
                Message.of("manifest.not-found", "file", "/srv/site.yaml")));
    Console console = new Console(new PrintWriter(out), new PrintWriter(out), false);
    assertThat(
            CommandLineProgram.of(console, "1.2.3", defaults, List.of(NamedCommand.of(reading)))
                .run(words))
        .isEqualTo(ExitCode.ERROR);
    return out.toString().replaceAll("\\s+", " ");
  }

  @Test
  void aManifestOfTheEnvironmentThatIsMissingIsSaidToComeFromThere() {
    assertThat(refused(environment(), "read"))
        .isEqualTo(
            "error: Manifest not found: /srv/site.yaml. [GAR-0101] Fix: The path comes from the"
                + " environment variable GARRISON_MANIFEST. Specify the path to the manifest, or"
                + " create a manifest with \"garrison init\". ");
  }

  @Test
  void aManifestOfTheCommandLineThatIsMissingIsNot() {
    assertThat(refused(environment(), "read", "-f", "/srv/site.yaml"))
        .doesNotContain("GARRISON_MANIFEST");
  }

  @Test
  void theUsualManifestThatIsMissingIsNot() {
    assertThat(refused(CommandLineDefaults.none(), "read")).doesNotContain("GARRISON_MANIFEST");
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH, ja", "JAPANESE, en", "JAPANESE, ja"})
  void aConsoleWithoutJapaneseGetsEnglishHoweverJapaneseWasAskedFor(
      Language environment, String option) {
    StringWriter answer = new StringWriter();
    StringWriter told = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(answer),
            new PrintWriter(told),
            true,
            Colors.none(),
            new TerminalTime(ZoneOffset.UTC),
            List.of(Charset.forName("Cp437")));
    int code =
        CommandLineProgram.of(
                console,
                "1.2.3",
                new CommandLineDefaults(Optional.empty(), Optional.empty(), true, environment),
                List.of(NamedCommand.of(reading)))
            .run("--lang", option, "--help");
    assertThat(code).isZero();
    assertThat(answer.toString()).contains("Usage:").matches("\\p{ASCII}+");
    assertThat(told.toString().lines()).hasSize(option.equals("ja") ? 1 : 0);
  }
}
