package dev.garrison.cli.completion;

import dev.garrison.diagnostic.Worded;
import java.util.function.Function;
import picocli.CommandLine;

/** Shells that there is a completion script for. */
public enum CompletionScript implements Worded {
  BASH(BashCompletion::script),
  ZSH(ZshCompletion::script),
  FISH(FishCompletion::script),
  POWERSHELL(PowerShellCompletion::script);

  private final Function<CompletionTable, String> script;

  CompletionScript(Function<CompletionTable, String> script) {
    this.script = script;
  }

  /** The script for a program with all of its commands. */
  public String of(CommandLine program) {
    return script.apply(CompletionTable.of(program));
  }
}
