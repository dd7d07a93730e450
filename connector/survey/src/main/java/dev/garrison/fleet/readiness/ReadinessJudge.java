package dev.garrison.fleet.readiness;

import static dev.garrison.fleet.readiness.Finding.notReady;
import static dev.garrison.fleet.readiness.Finding.unknown;

import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Determines whether a server is ready to be onboarded. Missing and unknown prerequisites are kept
 * apart, and no server is ready because rows about it are missing (F41). The same facts give the
 * same verdict.
 */
public final class ReadinessJudge {
  /** Space for package, cache, logs, and the unpacked agent; a number chosen for Garrison. */
  private static final long MEGABYTES = 1024;

  private final ServerStateRules judge;
  private final Requirements requirements;

  /**
   * @param judge determines which servers are onboarded, and which cannot be
   */
  public ReadinessJudge(ServerStateRules judge, Requirements requirements) {
    this.judge = judge;
    this.requirements = requirements;
  }

  /**
   * Determines the readiness of a server, with the findings.
   *
   * @param antivirus what protects the server today
   */
  public Readiness of(Server server, ServerFacts facts, AntivirusState antivirus) {
    Verdict verdict = judge.of(server);
    return switch (verdict.state()) {
      case ONBOARDED, SENSOR_STOPPED, ANTIVIRUS_MODE, SETTINGS ->
          new Readiness(Readiness.State.ONBOARDED, List.of());
      case NO_CLIENT -> apart(Prerequisite.NO_CLIENT, verdict);
      case OBSOLETE -> apart(Prerequisite.OBSOLETE, verdict);
      case EXEMPT -> apart(Prerequisite.EXEMPT, verdict);
      case OTHER_TENANT,
          LOST,
          FAILED,
          UNCLEAR,
          REBOOT_PENDING,
          INSTALLING,
          WAITING_FOR_CONTENT,
          WAITING_FOR_WINDOW,
          WAITING,
          NOT_READY,
          AWAITING_POLICY,
          SILENT,
          NOT_TARGETED,
          NO_INVENTORY,
          INACTIVE ->
          Readiness.of(findings(server, facts, antivirus, verdict));
    };
  }

  private static Readiness apart(Prerequisite what, Verdict verdict) {
    return Readiness.of(List.of(Finding.apart(what, verdict.why(), verdict.remedy())));
  }

  private List<Finding> findings(
      Server server, ServerFacts facts, AntivirusState antivirus, Verdict verdict) {
    Ring ring = Objects.requireNonNull(requirements.rings().get(server.ring()), server.ring());
    List<Finding> findings = new ArrayList<>();
    tenant(verdict).ifPresent(findings::add);
    client(server).ifPresent(findings::add);
    if (!server.presence().map(Presence::active).orElse(false)) {
      findings.add(
          unknown(
              Prerequisite.INACTIVE,
              "the site has not heard of its client for long, so inventory may be wrong by now",
              ServerState.INACTIVE.remedy()));
    }
    Optional<OperatingSystem> system = OperatingSystem.ofCaption(server.system());
    system(server.system()).ifPresent(findings::add);
    system
        .filter(requirements.system()::isMeant)
        .map(known -> new SystemChecks(known, ring.antivirus(), requirements, facts).findings())
        .ifPresent(findings::addAll);
    if (!server.system().isEmpty()) {
      findings.addAll(machine(facts));
    }
    passive(ring, antivirus).ifPresent(findings::add);
    new DefenderPolicy(ring.antivirus(), system).of(server).ifPresent(findings::add);
    windows(ring, system, facts.windows()).ifPresent(findings::add);
    return findings;
  }

  /** Checks that another antivirus protects a server that is to be passive. */
  private static Optional<Finding> passive(Ring ring, AntivirusState antivirus) {
    return ring.antivirus() == Ring.Antivirus.ACTIVE || antivirus.mayBePassive()
        ? Optional.empty()
        : Optional.of(
            notReady(
                Prerequisite.NO_OTHER_ANTIVIRUS,
                antivirus.whyNotInPassiveRing(),
                AntivirusState.PASSIVE_REMEDY));
  }

  private Optional<Finding> tenant(Verdict verdict) {
    if (verdict.state() == ServerState.OTHER_TENANT) {
      return Optional.of(notReady(Prerequisite.OTHER_TENANT, verdict.why(), verdict.remedy()));
    }
    return requirements.visible().sensors()
        ? Optional.empty()
        : Optional.of(
            unknown(
                Prerequisite.OTHER_TENANT,
                "whether it is onboarded already, and to which tenant, is not known"
                    + " (SMS_G_System_AdvancedThreatProtectionHealthStatus)",
                "Enable the class in hardware inventory. A server of another tenant is refused before anything is changed on it."));
  }

  private Optional<Finding> client(Server server) {
    if (requirements.oldestClient().isEmpty()) {
      return Optional.empty();
    }
    String version = server.presence().map(Presence::clientVersion).orElse("");
    List<Integer> oldest = requirements.oldestClient().get();
    int[] needed = oldest.stream().mapToInt(Integer::intValue).toArray();
    if (!version.matches("[0-9]{1,5}([.][0-9]{1,5}){3}")) {
      return Optional.of(
          unknown(
              Prerequisite.CLIENT_TOO_OLD,
              "the version of its Configuration Manager client is not known",
              "Wait for its next heartbeat, or look at it in the console."));
    }
    int[] has = Arrays.stream(version.split("[.]", -1)).mapToInt(Integer::parseInt).toArray();
    return Arrays.compare(has, needed) >= 0
        ? Optional.empty()
        : Optional.of(
            notReady(
                Prerequisite.CLIENT_TOO_OLD,
                "its Configuration Manager client is %s, older than %d.%02d.%d.%d"
                    .formatted(version, needed[0], needed[1], needed[2], needed[3]),
                "Update its client: Administration > Site Configuration > Sites > Hierarchy Settings > Client Upgrade."));
  }

  private Optional<Finding> system(String caption) {
    return caption.isEmpty()
        ? Optional.of(
            unknown(
                Prerequisite.NO_INVENTORY,
                "which Windows it runs is not known (SMS_G_System_OPERATING_SYSTEM)",
                ServerState.NO_INVENTORY.remedy()))
        : requirements
            .system()
            .of(caption)
            .map(misfit -> notReady(Prerequisite.SYSTEM, misfit.why(), misfit.remedy()));
  }

  private List<Finding> machine(ServerFacts facts) {
    List<Finding> findings = new ArrayList<>();
    if (facts.freeMegabytes().isEmpty()) {
      findings.add(
          unknown(
              Prerequisite.DISK_SPACE,
              "what is free on its drive C: is not known (SMS_G_System_LOGICAL_DISK)",
              "Enable 'Logical Disk' with FreeSpace in hardware inventory."));
    } else if (facts.freeMegabytes().getAsLong() < MEGABYTES) {
      findings.add(
          notReady(
              Prerequisite.DISK_SPACE,
              "%d MB are free on its drive C:, less than %d"
                  .formatted(facts.freeMegabytes().getAsLong(), MEGABYTES),
              "Make room for the package, the client's cache, the agent and its logs."));
    }
    if (facts.restartPending().orElse(false)) {
      findings.add(
          notReady(
              Prerequisite.RESTART_PENDING,
              "it waits for a restart",
              "Restart it: until then the agent's installation may only ask for one again."));
    }
    if (facts.services().filter(services -> services.has(Service.ARC)).isPresent()) {
      findings.add(
          unknown(
              Prerequisite.AZURE_ARC,
              "Azure Arc manages it (service himds), and Defender for Cloud may onboard it as well",
              "Where a Defender for Servers plan covers it, leave it out by the ring's 'exclude'. Where none does, nothing."));
    }
    return findings;
  }

  private Optional<Finding> windows(Ring ring, Optional<OperatingSystem> system, Windows windows) {
    if (!requirements.visible().windows()) {
      return Optional.of(
          unknown(
              Prerequisite.NO_WINDOW,
              "which maintenance windows it has is not known (SMS_CollectionSettings)",
              "Look at the windows of its collections in the console."));
    }
    if (!windows.holds()) {
      return Optional.of(withoutWindow(ring, windows));
    }
    return system
        .map(OperatingSystem::maximumMinutes)
        .filter(minutes -> requirements.byApplication() && windows.tooShortFor(minutes))
        .map(minutes ->
            notReady(
                Prerequisite.WINDOW_TOO_SHORT,
                "its longest maintenance window lasts %d minutes, and the maximum run time is %d"
                    .formatted(windows.general(), minutes),
                "Give it a longer one: as it is it waits for one for ever (EnforcementState 2004)."));
  }

  private static Finding withoutWindow(Ring ring, Windows windows) {
    String why =
        windows.others()
            ? "its maintenance windows are for software updates or task sequences only, which do not hold an application back"
            : "it has no maintenance window, so it would install when it is due, at any hour";
    return ring.requireMaintenanceWindow()
        ? notReady(
            Prerequisite.NO_WINDOW,
            why,
            "Give it a general one, leave it out, or set the ring's 'requireMaintenanceWindow: false'. A ring that has not opened waits for it.")
        : Finding.note(Prerequisite.NO_WINDOW, why, "Nothing: the ring requires none.");
  }
}
