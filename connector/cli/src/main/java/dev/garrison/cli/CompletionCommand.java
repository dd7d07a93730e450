package dev.garrison.cli;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.cli.output.Console;
import dev.garrison.diagnostic.Worded;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = {
      "Print a completion script.",
      "For bash and zsh: source <(garrison completion)",
      "For PowerShell, once:",
      "  garrison completion powershell | Set-Content \"$HOME\\garrison-completion.ps1\"",
      "and in the profile:",
      "  . \"$HOME\\garrison-completion.ps1\""
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "SHELL",
      converter = Shells.class,
      completionCandidates = Shells.class,
      description =
          "The shell: ${COMPLETION-CANDIDATES}; bash, which is for zsh too, unless named.")
  private Shell shell = Shell.BASH;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine program = spec.root().commandLine();
    console
        .out()
        .print(
            switch (shell) {
              case BASH -> AutoComplete.bash("garrison", program);
              case POWERSHELL -> PowerShellCompletion.of(program);
            });
    return ExitCode.OK;
  }

  /** Shells for which there is a script. */
  private enum Shell implements Worded {
    BASH,
    POWERSHELL
  }

  /** Words for them. */
  private static final class Shells extends WordConverter<Shell> {
    Shells() {
      super(Shell.values());
    }
  }
}
