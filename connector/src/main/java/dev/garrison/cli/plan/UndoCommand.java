package dev.garrison.cli.plan;

import dev.garrison.cli.Console;
import dev.garrison.session.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code garrison undo}: takes back a run. */
@Command(
    name = "undo",
    description = {
      "Take back what a run did, by a plan made from its journal.",
      "Refused when an object was changed since. Agents that servers have installed stay, and so do declined updates."
    })
public final class UndoCommand extends TakeOverCommand {
  @Parameters(paramLabel = "RUN", description = "The run's name; see 'garrison journal show'.")
  private String run;

  public UndoCommand(Console console, Sessions sessions, Confirmation confirmation) {
    super(console, sessions, confirmation);
  }

  @Override
  public Integer call() {
    return carryOut(
        session -> session.undo(run),
        "Take back run " + run + "?",
        "Servers that were onboarded stay onboarded. The next plan wants to make everything again: change the manifest first.");
  }
}
