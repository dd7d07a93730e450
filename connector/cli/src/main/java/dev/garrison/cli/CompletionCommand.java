package dev.garrison.cli;

import dev.garrison.cli.completion.CompletionScript;
import dev.garrison.cli.option.WordConverter;
import dev.garrison.cli.output.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "SHELL",
      converter = Shells.class,
      completionCandidates = Shells.class)
  private CompletionScript shell = CompletionScript.BASH;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().print(shell.of(spec.root().commandLine()));
    return ExitCode.OK;
  }

  /** Words for the shells. */
  private static final class Shells extends WordConverter<CompletionScript> {
    Shells() {
      super(CompletionScript.values());
    }
  }
}
