package dev.garrison.cli.plan;

import dev.garrison.cli.Console;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Asks before anything is written. */
public final class Confirmation {
  private final Console console;
  private final BufferedReader input;

  /**
   * @param input what a person types; read only on a terminal
   */
  public Confirmation(Console console, BufferedReader input) {
    this.console = console;
    this.input = input;
  }

  /**
   * Whether to go on.
   *
   * @throws RefusalException where nobody can be asked
   */
  boolean given(boolean yes, String question) {
    if (yes) {
      return true;
    }
    if (!console.terminal()) {
      throw new RefusalException(
          Diagnostic.error(
              ApplyCode.CONFIRMATION_NEEDED,
              "Nobody can be asked here, and --yes was not given.",
              "Nothing was written. Look at the plan, then run again with --yes, or apply a plan file."));
    }
    console.out().flush();
    console.err().print(question + " [y/N] ");
    console.err().flush();
    try {
      String answer = input.readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
