package dev.garrison.cli;

import dev.garrison.cli.option.LanguageOption;
import dev.garrison.cli.option.TimeConverters;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.language.Language;
import dev.garrison.language.ReaderZone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root command and the rules that all commands share. */
public final class CommandLineProgram {
  private static final String COMPLETION = "completion";
  private static final String HELP = "help";
  private static final String MAN_PAGES = "man-pages";

  /** Commands that speak of all others. */
  private static final Set<String> OF_ALL = Set.of(COMPLETION, HELP, MAN_PAGES);

  private final Console console;
  private final String version;
  private final CommandLineDefaults defaults;
  private final List<NamedCommand> commands;

  private CommandLineProgram(
      List<NamedCommand> commands, Console console, String version, CommandLineDefaults defaults) {
    this.console = console;
    this.version = version;
    this.defaults = defaults;
    this.commands =
        Stream.concat(
                commands.stream(),
                Stream.of(
                    new NamedCommand("version", () -> new VersionCommand(console, versionText())),
                    new NamedCommand(COMPLETION, () -> new CompletionCommand(console)),
                    new NamedCommand(MAN_PAGES, () -> new ManPagesCommand(version)),
                    new NamedCommand(HELP, () -> new HelpCommand(console))))
            .toList();
  }

  /**
   * A program of commands that are there already.
   *
   * @param commands the subcommands, each an object annotated with picocli's {@code Command}
   */
  public CommandLineProgram(Console console, String version, List<Object> commands) {
    this(
        commands.stream().map(NamedCommand::of).toList(),
        console,
        version,
        CommandLineDefaults.none());
  }

  /**
   * A program that makes of its commands only what it needs.
   *
   * @param defaults of options, from the user's environment
   * @param commands the subcommands, in the order in which help names them
   */
  public static CommandLineProgram of(
      Console console, String version, CommandLineDefaults defaults, List<NamedCommand> commands) {
    return new CommandLineProgram(commands, console, version, defaults);
  }

  /** Runs one command line and returns its exit code. */
  public int run(String... args) {
    Language language = console.language(LanguageOption.in(args).orElse(defaults.language()));
    return ReaderZone.during(
        console.time().zone(), () -> language.during(() -> run(language, args)));
  }

  private int run(Language language, String... args) {
    RootCommand root = new RootCommand(console.colors());
    CommandLine line = new CommandLine(root);
    // A command of its own first: picocli transforms no model of what is added as an object.
    needed(args)
        .forEach(command ->
            line.addSubcommand(command.name(), new CommandLine(command.command().get())));
    line.getCommandSpec().version(versionText());
    line.setOut(console.out()).setErr(console.err());
    line.setDefaultValueProvider(defaults.provider());
    if (!defaults.colored()) {
      line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    }
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(LocalDate.class, TimeConverters::day);
    line.registerConverter(OffsetDateTime.class, TimeConverters::time);
    line.registerConverter(Duration.class, TimeConverters::duration);
    line.setUsageHelpWidth(Wrapped.WIDTH);
    line.setResourceBundle(HelpTexts.in(language, defaults.state()));
    line.setHelpSectionMap(HelpTexts.sections(line.getHelpSectionMap()));
    line.setExecutionStrategy(CommandLineProgram::execute);
    line.setParameterExceptionHandler(new MistakeReport(console));
    line.setExecutionExceptionHandler(new FailureReport(console, root, defaults));
    try {
      return line.execute(args);
    } catch (OutOfMemoryError full) {
      console.err().println(DiagnosticView.render(CliCode.outOfMemory()));
      return ExitCode.ERROR;
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  /** Executes what was parsed; with --help picocli passes over a command that there is not. */
  private static int execute(ParseResult parsed) {
    for (CommandLine line : parsed.asCommandLineList()) {
      List<String> unmatched = line.getParseResult().unmatched();
      if (!unmatched.isEmpty() && !line.getSubcommands().isEmpty()) {
        throw new UnmatchedArgumentException(line, unmatched);
      }
    }
    return new RunLast().execute(parsed);
  }

  /** Only the command that is named, where one is and does not speak of the others itself. */
  private List<NamedCommand> needed(String... args) {
    String first = args.length == 0 ? "" : args[0];
    if (OF_ALL.contains(first)) {
      return commands;
    }
    List<NamedCommand> named =
        commands.stream().filter(command -> command.name().equals(first)).toList();
    return named.isEmpty() ? commands : named;
  }

  private String versionText() {
    return "garrison %s (Java %s)".formatted(version, Runtime.version());
  }
}
