package dev.garrison.fleet.readiness;

import static dev.garrison.fleet.readiness.Finding.notReady;
import static dev.garrison.fleet.readiness.Finding.unknown;

import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.Verdict;
import dev.garrison.language.DurationText;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.time.Duration;
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

  /** Determines the readiness of a server, with the findings. */
  public Readiness of(Server server, ServerFacts facts) {
    Verdict verdict = judge.of(server);
    return switch (verdict.state()) {
      case ONBOARDED, SENSOR_STOPPED, ANTIVIRUS_MODE, ANTIVIRUS_DANGER, SETTINGS ->
          new Readiness(Readiness.State.ONBOARDED, List.of());
      case NO_CLIENT -> apart(Prerequisite.NO_CLIENT, verdict);
      case OBSOLETE -> apart(Prerequisite.OBSOLETE, verdict);
      case EXEMPT -> apart(Prerequisite.EXEMPT, verdict);
      case OTHER_TENANT,
          LOST,
          OFFBOARDING_PENDING,
          FAILED,
          UNCLEAR,
          REBOOT_PENDING,
          INSTALLING,
          WAITING_FOR_CONTENT,
          WAITING_FOR_WINDOW,
          WAITING,
          ONBOARDING_PENDING,
          NOT_READY,
          AWAITING_POLICY,
          SILENT,
          NOT_TARGETED,
          LEGACY_SENSOR,
          NO_INVENTORY,
          INACTIVE ->
          Readiness.of(findings(server, facts, verdict));
    };
  }

  private static Readiness apart(Prerequisite what, Verdict verdict) {
    return Readiness.of(List.of(Finding.apart(what, verdict.why(), verdict.remedy())));
  }

  private List<Finding> findings(Server server, ServerFacts facts, Verdict verdict) {
    Ring ring = Objects.requireNonNull(requirements.rings().get(server.ring()), server.ring());
    List<Finding> findings = new ArrayList<>();
    tenant(verdict).ifPresent(findings::add);
    client(server).ifPresent(findings::add);
    if (!server.presence().map(Presence::active).orElse(false)) {
      findings.add(
          unknown(
              Prerequisite.INACTIVE,
              Text.of("server-check.inactive").toString(),
              ServerState.INACTIVE.remedy()));
    }
    Optional<OperatingSystem> system = OperatingSystem.ofCaption(server.system());
    system(server.system()).ifPresent(findings::add);
    findings.addAll(
        new Refusals(ring.antivirus())
            .findings(
                server,
                facts,
                system.filter(requirements.system()::isMeant),
                requirements.visible().revision()));
    if (!server.system().isEmpty()) {
      findings.addAll(machine(facts));
    }
    windows(ring, system, facts.windows()).ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> tenant(Verdict verdict) {
    if (verdict.state() == ServerState.OTHER_TENANT) {
      return Optional.of(notReady(Prerequisite.OTHER_TENANT, verdict.why(), verdict.remedy()));
    }
    return requirements.visible().sensors()
        ? Optional.empty()
        : Optional.of(
            unknown(Prerequisite.OTHER_TENANT, Message.of("server-check.tenant-unknown")));
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
          unknown(Prerequisite.CLIENT_TOO_OLD, Message.of("server-check.client-unknown")));
    }
    int[] has = Arrays.stream(version.split("[.]", -1)).mapToInt(Integer::parseInt).toArray();
    return Arrays.compare(has, needed) >= 0
        ? Optional.empty()
        : Optional.of(
            notReady(
                Prerequisite.CLIENT_TOO_OLD,
                Message.of(
                    "server-check.client-old",
                    "version",
                    version,
                    "needed",
                    "%d.%02d.%d.%d".formatted(needed[0], needed[1], needed[2], needed[3]))));
  }

  private Optional<Finding> system(String caption) {
    return caption.isEmpty()
        ? Optional.of(
            unknown(
                Prerequisite.NO_INVENTORY,
                Text.of("server-check.system-unknown").toString(),
                ServerState.NO_INVENTORY.remedy()))
        : requirements
            .system()
            .of(caption)
            .map(misfit -> notReady(Prerequisite.SYSTEM, misfit.why(), misfit.remedy()));
  }

  private List<Finding> machine(ServerFacts facts) {
    List<Finding> findings = new ArrayList<>();
    if (facts.freeMegabytes().isEmpty()) {
      findings.add(unknown(Prerequisite.DISK_SPACE, Message.of("server-check.disk-unknown")));
    } else if (facts.freeMegabytes().getAsLong() < MEGABYTES) {
      findings.add(
          notReady(
              Prerequisite.DISK_SPACE,
              Message.of(
                  "server-check.disk-full",
                  "free",
                  facts.freeMegabytes().getAsLong(),
                  "needed",
                  MEGABYTES)));
    }
    if (facts.restartPending().orElse(false)) {
      findings.add(notReady(Prerequisite.RESTART_PENDING, Message.of("server-check.restart")));
    }
    if (facts.services().filter(services -> services.has(Service.ARC)).isPresent()) {
      findings.add(unknown(Prerequisite.AZURE_ARC, Message.of("server-check.azure-arc")));
    }
    return findings;
  }

  private Optional<Finding> windows(Ring ring, Optional<OperatingSystem> system, Windows windows) {
    if (!requirements.visible().windows()) {
      return Optional.of(
          unknown(Prerequisite.NO_WINDOW, Message.of("server-check.window-unknown")));
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
                Message.of(
                    "server-check.window-short",
                    "window",
                    DurationText.exact(Duration.ofMinutes(windows.general())),
                    "run",
                    DurationText.exact(Duration.ofMinutes(minutes)))));
  }

  private static Finding withoutWindow(Ring ring, Windows windows) {
    boolean required = ring.requireMaintenanceWindow();
    String none = required ? "server-check.window-missing" : "server-check.window-none";
    Text why = Text.of(windows.others() ? "server-check.window-others" : none);
    return required
        ? notReady(
            Prerequisite.NO_WINDOW, new Message(why, Text.of("server-check.window-required")))
        : Finding.note(
            Prerequisite.NO_WINDOW, new Message(why, Text.of("server-check.window-optional")));
  }
}
