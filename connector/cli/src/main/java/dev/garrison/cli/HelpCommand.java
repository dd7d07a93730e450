package dev.garrison.cli;

import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.Console;
import dev.garrison.language.Text;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "help")
final class HelpCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "COMMAND")
  private String @Nullable [] path;

  HelpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine line = spec.root().commandLine();
    for (String name : path == null ? new String[0] : path) {
      CommandLine next = line.getSubcommands().get(name);
      if (next == null) {
        throw new UsageMistake(
            line,
            Text.of(
                "command.unknown", "command", line.getCommandSpec().qualifiedName(), "word", name));
      }
      line = next;
    }
    line.usage(console.out());
    return ExitCode.OK;
  }
}
