package dev.garrison.mecm.application;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.application.model.Application;
import java.util.ArrayList;
import java.util.List;

/**
 * Uses of an application by other objects (F26). Garrison deletes no application that is in use.
 *
 * @param dependents the number of deployment types that depend on the application
 * @param others the other uses, as texts
 */
record ApplicationUses(long dependents, List<String> others) {
  static final ApplicationUses NONE = new ApplicationUses(0, List.of());

  private static final String DEPENDENTS = "dependents ";

  ApplicationUses {
    others = List.copyOf(others);
  }

  /** The uses that are left when this many dependents are deleted. */
  ApplicationUses less(long deleted) {
    return new ApplicationUses(Math.max(0, dependents - deleted), others);
  }

  /** The uses as texts. */
  List<String> named() {
    List<String> named = new ArrayList<>();
    if (dependents > 0) {
      named.add(Text.of("application.dependents", "count", dependents).toString());
    }
    named.addAll(others);
    return named;
  }

  /** The proposal, or a refusal to delete an application that is in use. */
  static Proposal unlessInUse(
      Proposal proposal, Wanted<Application> wanted, Observation<Application> seen) {
    if (!(proposal instanceof Proposal.Proposed proposed)
        || proposed.action() != Action.DELETE
        || !(seen instanceof Observation.Found<Application> found)) {
      return proposal;
    }
    List<String> uses = FoundApplication.of(found.unmodelled()).uses().named();
    return uses.isEmpty()
        ? proposal
        : new Proposal.Refused(
            Diagnostic.error(
                ApplicationUseCode.APPLICATION_IN_USE,
                Message.of("application.in-use", "object", wanted.address(), "uses", uses)));
  }

  /** Recorded form, one use a line; empty if there is no use. */
  String text() {
    List<String> lines = new ArrayList<>(others);
    if (dependents > 0) {
      lines.addFirst(DEPENDENTS + dependents);
    }
    return String.join("\n", lines);
  }

  static ApplicationUses of(String text) {
    List<String> lines = text.lines().toList();
    return !lines.isEmpty() && lines.getFirst().startsWith(DEPENDENTS)
        ? new ApplicationUses(
            Long.parseLong(lines.getFirst().substring(DEPENDENTS.length())),
            lines.subList(1, lines.size()))
        : new ApplicationUses(0, lines);
  }
}
