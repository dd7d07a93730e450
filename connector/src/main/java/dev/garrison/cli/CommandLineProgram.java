package dev.garrison.cli;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import picocli.CommandLine;

/** The root command and the rules that all commands share. */
public final class CommandLineProgram {
  private final Console console;
  private final String version;
  private final List<Object> commands;

  /**
   * @param commands the subcommands, each an object annotated with picocli's {@code Command}
   */
  public CommandLineProgram(Console console, String version, List<Object> commands) {
    this.console = console;
    this.version = version;
    this.commands = List.copyOf(commands);
  }

  /** Runs one command line and returns its exit code. */
  public int run(String... args) {
    RootCommand root = new RootCommand();
    CommandLine line = new CommandLine(root);
    commands.forEach(line::addSubcommand);
    line.getCommandSpec().version(versionText());
    line.addSubcommand(new VersionCommand(console, versionText()));
    line.addSubcommand(new CompletionCommand(console));
    line.addSubcommand(new HelpCommand(console));
    line.setOut(console.out()).setErr(console.err());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(OffsetDateTime.class, TimeConverters::time);
    line.registerConverter(Duration.class, TimeConverters::duration);
    line.setUsageHelpWidth(120);
    line.setParameterExceptionHandler(new MistakeReport(console));
    line.setExecutionExceptionHandler(new FailureReport(console, root));
    try {
      return line.execute(args);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  private String versionText() {
    return "garrison %s (Java %s)".formatted(version, Runtime.version());
  }
}
