package dev.garrison.fleet.readiness;

import static dev.garrison.fleet.readiness.Finding.notReady;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Refusals by the script on a server. Exit codes 20004, 20006, 20007, and 20014 are known before,
 * as far as the facts about the server tell them; 20008 only by the server's own answer.
 *
 * @param antivirus mode that the server's ring wants
 */
public record Refusals(Antivirus antivirus) {
  /** The first known reason; what is unknown is none. */
  public Optional<Finding> known(Server server, ServerFacts facts) {
    return Readiness.of(findings(server, facts, OperatingSystem.ofCaption(server.system()), true))
        .lacking();
  }

  /**
   * Checks what the script checks.
   *
   * @param system empty where it is not known, or not onboarded
   * @param visible whether the site can show the revision of Windows
   */
  List<Finding> findings(
      Server server, ServerFacts facts, Optional<OperatingSystem> system, boolean visible) {
    List<Finding> findings = new ArrayList<>();
    system
        .map(known -> new SystemChecks(known, antivirus, visible, facts).findings())
        .ifPresent(findings::addAll);
    if (antivirus == Antivirus.PASSIVE && !server.protection().mayBePassive()) {
      findings.add(
          notReady(
              Prerequisite.NO_OTHER_ANTIVIRUS,
              server.protection().whyNotInPassiveRing(),
              AntivirusState.PASSIVE_REMEDY));
    }
    new DefenderPolicy(antivirus, OperatingSystem.ofCaption(server.system()))
        .of(server)
        .ifPresent(findings::add);
    return findings;
  }
}
