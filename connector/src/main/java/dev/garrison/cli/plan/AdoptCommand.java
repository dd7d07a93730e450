package dev.garrison.cli.plan;

import dev.garrison.cli.Console;
import dev.garrison.engine.resource.Address;
import dev.garrison.session.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garrison adopt}: takes over an object that an administrator made. */
@Command(
    name = "adopt",
    description = {
      "Take over an existing object that the manifest wants.",
      "Shows what the next plan would change, then writes our mark and nothing else."
    })
public final class AdoptCommand extends TakeOverCommand {
  @Spec CommandSpec spec;

  @Parameters(
      paramLabel = "ADDRESS",
      description = "Kind and name as plans print them, such as \"collection/MDE pilot - 2016\".")
  private String address;

  public AdoptCommand(Console console, Sessions sessions, Confirmation confirmation) {
    super(console, sessions, confirmation);
  }

  @Override
  public Integer call() {
    Address target;
    try {
      target = Address.parse(address);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    return carryOut(
        session -> session.adoption(target),
        "Mark " + target + " as ours?",
        "It is ours now: the next plan shows what the manifest changes in it.");
  }
}
