package dev.garrison.cli;

import dev.garrison.cli.output.Console;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh: source <(garrison completion)")
final class CompletionCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().print(AutoComplete.bash("garrison", spec.root().commandLine()));
    return ExitCode.OK;
  }
}
