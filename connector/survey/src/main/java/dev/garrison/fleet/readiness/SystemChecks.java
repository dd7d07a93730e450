package dev.garrison.fleet.readiness;

import static dev.garrison.fleet.readiness.Finding.notReady;
import static dev.garrison.fleet.readiness.Finding.unknown;

import dev.garrison.fleet.readiness.ServerFacts.Services;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks the prerequisites of each Windows release.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/onboard-server">Onboard Windows
 *     servers</a>
 */
final class SystemChecks {
  /** Minimum revision of Windows Server 2016, reached by KB4457127 of 2018-09-20. */
  private static final int REVISION_OF_2016 = 2515;

  private static final Set<Update> NEEDED_BY_2012_R2 =
      Set.of(Update.KB2999226, Update.KB3045999, Update.KB3080149);

  private final OperatingSystem system;
  private final Antivirus antivirus;
  private final Requirements requirements;
  private final ServerFacts facts;

  SystemChecks(
      OperatingSystem system, Antivirus antivirus, Requirements requirements, ServerFacts facts) {
    this.system = system;
    this.antivirus = antivirus;
    this.requirements = requirements;
    this.facts = facts;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    switch (system.builtIn()) {
      case NOTHING -> updates().ifPresent(findings::add);
      case ANTIVIRUS -> revision().ifPresent(findings::add);
      case ANTIVIRUS_AND_SENSOR -> {}
    }
    facts
        .services()
        .ifPresentOrElse(
            services -> findings.addAll(services(services)),
            () ->
                findings.add(
                    unknown(
                        Prerequisite.DEFENDER,
                        "inventory does not show its services (SMS_G_System_SERVICE)",
                        "Without them neither Defender nor another antivirus is known. Enable 'Services' in hardware inventory.")));
    return findings;
  }

  /**
   * Checks the updates of Windows Server 2012 R2. A later rollup contains an earlier update under a
   * number of its own.
   */
  private Optional<Finding> updates() {
    if (facts.updates().isEmpty()) {
      return Optional.of(
          unknown(
              Prerequisite.UPDATES,
              "inventory does not show its updates (SMS_G_System_QUICK_FIX_ENGINEERING)",
              "Enable 'Quick Fix Engineering' in hardware inventory, which does not collect it by default, or see that the latest monthly rollup is installed."));
    }
    Set<Update> installed = facts.updates().get();
    Set<Update> missing = new TreeSet<>(NEEDED_BY_2012_R2);
    missing.removeAll(installed);
    if (missing.isEmpty() || installed.contains(Update.KB5006714)) {
      return Optional.empty();
    }
    return Optional.of(
        unknown(
            Prerequisite.UPDATES,
            "inventory does not show %s; a later monthly rollup has it under another number"
                .formatted(missing.stream().map(Update::name).collect(Collectors.joining(", "))),
            "Install the latest monthly rollup. Is it there already, nothing: the files themselves are looked at when the agent is installed."));
  }

  private Optional<Finding> revision() {
    if (!requirements.visible().revision()) {
      return Optional.empty();
    }
    if (facts.revision().isEmpty()) {
      return Optional.of(
          unknown(
              Prerequisite.UPDATES,
              "the revision of its Windows is not known (SMS_R_System.BuildExt)",
              "Wait for the next discovery data of its client. It needs 14393.%d or later."
                  .formatted(REVISION_OF_2016)));
    }
    int revision = facts.revision().getAsInt();
    return revision >= REVISION_OF_2016
        ? Optional.empty()
        : Optional.of(
            notReady(
                Prerequisite.UPDATES,
                "its Windows is 14393.%d, older than 14393.%d (KB4457127 of 2018-09-20)"
                    .formatted(revision, REVISION_OF_2016),
                "Install the latest servicing stack update, then the latest cumulative update."));
  }

  private List<Finding> services(Services services) {
    List<Finding> findings = new ArrayList<>();
    boolean guards = antivirus == Antivirus.ACTIVE || system.needsInstaller();
    if (system.hasAntivirus()) {
      sensor(services).ifPresent(findings::add);
      if (guards) {
        defender(services).ifPresent(findings::add);
      }
    } else if (services.has(Service.SCEP)) {
      findings.add(
          Finding.note(
              Prerequisite.SCEP,
              "System Center Endpoint Protection is installed (service MsMpSvc)",
              "install.ps1 removes it. See that no client setting brings it back."));
    }
    if (antivirus == Antivirus.ACTIVE) {
      services
          .otherAntivirus()
          .ifPresent(product ->
              findings.add(
                  notReady(
                      Prerequisite.OTHER_ANTIVIRUS,
                      "%s is installed, and the ring is to be active".formatted(product),
                      "Remove that product, or move the server to a ring with 'antivirus: passive'.")));
    }
    return findings;
  }

  private Optional<Finding> sensor(Services services) {
    return system.needsInstaller() || services.has(Service.SENSE)
        ? Optional.empty()
        : Optional.of(
            notReady(
                Prerequisite.DEFENDER,
                "the service Sense is not installed",
                "Windows brings it along: look at 'DISM.EXE /Online /Get-CapabilityInfo /CapabilityName:Microsoft.Windows.Sense.Client~~~~' on it."));
  }

  private static Optional<Finding> defender(Services services) {
    if (!services.has(Service.DEFENDER)) {
      return Optional.of(
          notReady(
              Prerequisite.DEFENDER,
              "Microsoft Defender Antivirus is not installed (no service WinDefend)",
              "Run 'Install-WindowsFeature -Name Windows-Defender' on it, restart it, and update its platform (KB4052623)."));
    }
    return services.isDisabled(Service.DEFENDER)
        ? Optional.of(
            notReady(
                Prerequisite.DEFENDER,
                "Microsoft Defender Antivirus is disabled (service WinDefend)",
                "Look for the policy DisableAntiSpyware and for another antivirus; then run 'MpCmdRun.exe -wdenable' on it and restart it."))
        : Optional.empty();
  }
}
