package dev.garrison.cli.option;

import dev.garrison.language.Text;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Mistake in a command line that a command finds itself, in the language of its reader. */
public final class UsageMistake extends ParameterException {
  private static final long serialVersionUID = 1L;

  private final transient Text problem;

  /**
   * @param command whose help explains what is right
   */
  public UsageMistake(CommandLine command, Text problem) {
    super(command, problem.toString());
    this.problem = problem;
  }

  /** A mistake in the words after a subcommand. */
  public static UsageMistake of(CommandSpec command, String subcommand, Text problem) {
    return new UsageMistake(
        Objects.requireNonNull(command.subcommands().get(subcommand), subcommand), problem);
  }

  /** The sentence that names the mistake. */
  public Text problem() {
    return problem;
  }
}
