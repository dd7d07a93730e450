package dev.garrison.cli.plan;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Asks the user before anything is written. */
public final class Confirmation {
  private final Console console;
  private final BufferedReader input;

  /**
   * @param input the user's input; read only on a terminal
   */
  public Confirmation(Console console, BufferedReader input) {
    this.console = console;
    this.input = input;
  }

  /**
   * Asks whether to continue, unless {@code yes} is set.
   *
   * @throws RefusalException when there is no terminal to ask on
   */
  public boolean given(boolean yes, Text question) {
    if (yes) {
      return true;
    }
    requireTerminal(Message.of("confirm.unattended"));
    return answer(Text.of("confirm.yes-no", "question", question))
        .toLowerCase(Locale.ROOT)
        .matches("y|yes");
  }

  /**
   * Asks the user to type an exact text, for actions that cannot be undone.
   *
   * @throws RefusalException when there is no terminal to ask on
   */
  public boolean typed(boolean yes, Text question, String wanted) {
    if (yes) {
      return true;
    }
    requireTerminal(Message.of("confirm.unattended-run"));
    return answer(question).equals(wanted);
  }

  /**
   * Refuses where there is no terminal.
   *
   * @param message problem and fix, with the other way
   */
  public void requireTerminal(Message message) {
    if (!console.terminal()) {
      throw new RefusalException(Diagnostic.error(ApplyCode.CONFIRMATION_NEEDED, message));
    }
  }

  /**
   * Asks for agreement to each offboarding; {@code --yes} covers only what can be undone.
   *
   * @param confirmed names of entries that were confirmed on the command line
   * @throws RefusalException when one was not confirmed and there is no terminal to ask on
   */
  boolean given(List<OffboardDecision> leaving, Set<String> confirmed) {
    for (OffboardDecision decision : leaving) {
      if (!confirmed.contains(decision.entry())) {
        if (!console.terminal()) {
          throw notConfirmed(decision);
        }
        String answer =
            answer(
                Text.of(
                    "confirm.offboarding",
                    "count",
                    decision.servers().size(),
                    "servers",
                    servers(decision)));
        if (!answer.equalsIgnoreCase(wanted(decision))
            && !answer.equalsIgnoreCase(decision.collection())) {
          return false;
        }
      }
    }
    return true;
  }

  /** The name of a single server, else the number of servers. */
  private static String wanted(OffboardDecision decision) {
    List<String> servers = decision.servers();
    return servers.size() == 1 ? servers.getFirst() : String.valueOf(servers.size());
  }

  /** The servers with their rings, which plans of earlier versions do not have. */
  private static Object servers(OffboardDecision decision) {
    List<String> servers = decision.servers();
    return decision.rings().isEmpty()
        ? servers
        : Text.of(
            "confirm.servers-of-rings",
            "servers",
            servers,
            "count",
            decision.rings().size(),
            "rings",
            decision.rings());
  }

  private static RefusalException notConfirmed(OffboardDecision decision) {
    return new RefusalException(
        Diagnostic.error(
            ApplyCode.OFFBOARDING_NOT_CONFIRMED,
            Message.of(
                "confirm.not-offboarded",
                "collection",
                decision.collection(),
                "servers",
                List.copyOf(decision.servers()),
                "entry",
                decision.entry())));
  }

  private String answer(Text question) {
    console.out().flush();
    console
        .err()
        .print(
            String.join(System.lineSeparator(), Wrapped.lines(question.shown(), Wrapped.WIDTH))
                + " ");
    console.err().flush();
    try {
      String answer = input.readLine();
      return answer == null ? "" : answer.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
