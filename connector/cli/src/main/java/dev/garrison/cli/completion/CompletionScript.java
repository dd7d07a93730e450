package dev.garrison.cli.completion;

import dev.garrison.diagnostic.Worded;
import picocli.CommandLine;

/** Shells that there is a completion script for. */
public enum CompletionScript implements Worded {
  BASH,
  ZSH,
  FISH,
  POWERSHELL;

  /** The script for a program with all of its commands. */
  public String of(CommandLine program) {
    CompletionTable table = CompletionTable.of(program);
    return switch (this) {
      case BASH -> BashCompletion.script(table);
      case ZSH -> ZshCompletion.script(table);
      case FISH -> FishCompletion.script(table);
      case POWERSHELL -> PowerShellCompletion.script(table);
    };
  }
}
