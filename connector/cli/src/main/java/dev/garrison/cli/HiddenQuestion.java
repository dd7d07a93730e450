package dev.garrison.cli;

import dev.garrison.cli.output.TerminalTurn;
import dev.garrison.diagnostic.VisibleText;
import dev.garrison.secret.Question;
import java.util.Optional;

/** Asks for a secret at the terminal, where both ends are one; what is typed does not show. */
public final class HiddenQuestion implements Question {
  @Override
  public Optional<char[]> ask(String text) {
    java.io.Console terminal = System.console();
    if (terminal == null || !terminal.isTerminal()) {
      return Optional.empty();
    }
    return TerminalTurn.ask(() -> {
      char[] typed = terminal.readPassword("%s: ", VisibleText.line(text));
      return Optional.of(typed == null ? new char[0] : typed);
    });
  }

  @Override
  public boolean hasTerminal() {
    java.io.Console terminal = System.console();
    return terminal != null && terminal.isTerminal();
  }
}
