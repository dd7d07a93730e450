package dev.garrison.fleet.readiness;

import static dev.garrison.fleet.readiness.Finding.notReady;
import static dev.garrison.fleet.readiness.Finding.unknown;

import dev.garrison.fleet.readiness.ServerFacts.Services;
import dev.garrison.language.Message;
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
  private final boolean visible;
  private final ServerFacts facts;

  /**
   * @param visible whether the site can show the revision of Windows
   */
  SystemChecks(OperatingSystem system, Antivirus antivirus, boolean visible, ServerFacts facts) {
    this.system = system;
    this.antivirus = antivirus;
    this.visible = visible;
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
                    unknown(Prerequisite.DEFENDER, Message.of("server-check.services-unknown"))));
    return findings;
  }

  /**
   * Checks the updates of Windows Server 2012 R2. A later rollup contains an earlier update under a
   * number of its own.
   */
  private Optional<Finding> updates() {
    if (facts.updates().isEmpty()) {
      return Optional.of(unknown(Prerequisite.UPDATES, Message.of("server-check.updates-unknown")));
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
            Message.of(
                "server-check.updates-missing",
                "updates",
                missing.stream().map(Update::name).collect(Collectors.joining(", ")))));
  }

  private Optional<Finding> revision() {
    if (!visible) {
      return Optional.empty();
    }
    if (facts.revision().isEmpty()) {
      return Optional.of(
          unknown(
              Prerequisite.UPDATES,
              Message.of(
                  "server-check.revision-unknown", "needed", String.valueOf(REVISION_OF_2016))));
    }
    int revision = facts.revision().getAsInt();
    return revision >= REVISION_OF_2016
        ? Optional.empty()
        : Optional.of(
            notReady(
                Prerequisite.UPDATES,
                Message.of(
                    "server-check.revision-old",
                    "found",
                    String.valueOf(revision),
                    "needed",
                    String.valueOf(REVISION_OF_2016))));
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
      findings.add(Finding.note(Prerequisite.SCEP, Message.of("server-check.scep")));
    }
    if (antivirus == Antivirus.ACTIVE) {
      services
          .otherAntivirus()
          .ifPresent(product ->
              findings.add(
                  notReady(
                      Prerequisite.OTHER_ANTIVIRUS,
                      Message.of("server-check.other-antivirus", "product", product))));
    }
    return findings;
  }

  private Optional<Finding> sensor(Services services) {
    return system.needsInstaller() || services.has(Service.SENSE)
        ? Optional.empty()
        : Optional.of(notReady(Prerequisite.DEFENDER, Message.of("server-check.sense-missing")));
  }

  private static Optional<Finding> defender(Services services) {
    if (!services.has(Service.DEFENDER)) {
      return Optional.of(
          notReady(Prerequisite.DEFENDER, Message.of("server-check.defender-missing")));
    }
    return services.isDisabled(Service.DEFENDER)
        ? Optional.of(notReady(Prerequisite.DEFENDER, Message.of("server-check.defender-disabled")))
        : Optional.empty();
  }
}
