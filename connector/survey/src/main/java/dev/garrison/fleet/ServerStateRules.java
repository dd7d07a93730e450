package dev.garrison.fleet;

import dev.garrison.fleet.ServerState.Group;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.language.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * Determines the status of a server from all known facts. Success of the deployment means that
 * detection found the sensor reporting to the manifest's tenant. Inventory reports the content of
 * the registry at inventory time, and a server that was asked reports the current content. Where
 * the two contradict each other, the more recent one counts; where a time is not known, the worse
 * one. The same facts give the same verdict.
 */
public final class ServerStateRules {
  private final String tenant;
  private final ExcludedServers exceptions;
  private final DeploymentRules deployments = new DeploymentRules();

  /**
   * @param tenant the organization ID to which sensors must report
   * @param exceptions servers that are excluded
   */
  public ServerStateRules(String tenant, ExcludedServers exceptions) {
    this.tenant = tenant;
    this.exceptions = exceptions;
  }

  /** Verdict of one source, and its time. */
  private record Evidence(Verdict verdict, String source, Optional<Instant> time) {
    ServerState state() {
      return verdict.state();
    }

    Text report() {
      return time.map(at -> Text.of("server-state.reported-at", "why", verdict.why(), "time", at))
          .orElseGet(() -> Text.verbatim(verdict.why()));
    }
  }

  /** Determines the status of a server. */
  public Verdict of(Server server) {
    Optional<String> exempt = exceptions.of(server.name());
    if (server.presence().filter(Presence::obsolete).isPresent()) {
      return Verdict.of(ServerState.OBSOLETE, Text.of("server-state.obsolete"));
    }
    if (exempt.isPresent()) {
      return Verdict.of(ServerState.EXEMPT, exempt.get());
    }
    if (server.twin().isPresent()) {
      return twin(server, server.twin().get());
    }
    if (server.presence().filter(presence -> !presence.client()).isPresent()) {
      return Verdict.of(ServerState.NO_CLIENT, Text.of("server-state.no-client"));
    }
    Evidence deployed = deployed(server);
    Verdict verdict =
        sensed(server).map(sensed -> together(server, deployed, sensed)).orElse(deployed.verdict());
    return reachable(server, protection(server, settings(server, antivirus(server, verdict))));
  }

  /** Verdict on a record whose name another record has: nothing tells which server reports. */
  private static Verdict twin(Server server, long other) {
    return new Verdict(
        ServerState.UNCLEAR,
        Text.of(
                server.presence().isPresent() ? "server-state.twin" : "server-state.former",
                "id",
                String.valueOf(server.id()),
                "other",
                String.valueOf(other))
            .toString(),
        Text.of("server-next.twin").toString(),
        Optional.empty());
  }

  private Verdict together(Server server, Evidence deployed, Evidence sensed) {
    Onboarding report = Onboarding.of(server, tenant);
    boolean agent = report != Onboarding.LEGACY_SENSOR && report != Onboarding.UNKNOWN_SENSOR;
    if (!agent) {
      return legacy(server, deployed, sensed);
    }
    return server.onboarding().isPresent()
        ? weighed(deployed, sensed)
        : unlessLost(sensed, deployed);
  }

  private Evidence deployed(Server server) {
    return new Evidence(
        deployments.of(server), "deployment", server.onboarding().flatMap(DeploymentStatus::since));
  }

  /**
   * Evidence of inventory, or of the server itself. A sensor that is not onboarded yet contradicts
   * only a success.
   */
  private Optional<Evidence> sensed(Server server) {
    return server
        .sensor()
        .map(sensor ->
            sensor.asked().isPresent()
                ? new Evidence(pending(server, sensed(server, sensor)), "CMPivot", sensor.asked())
                : new Evidence(
                    sensed(server, sensor),
                    "inventory",
                    server.inventoried().or(sensor::lastConnected)));
  }

  private Verdict sensed(Server server, Sensor sensor) {
    return switch (Onboarding.of(server, tenant)) {
      case NOT_TOLD, NOT_ONBOARDED ->
          Verdict.of(ServerState.LOST, Text.of("server-state.not-onboarded"));
      case UNKNOWN_STATE ->
          Verdict.of(
              ServerState.UNCLEAR,
              Text.of("server-state.onboarding-unknown", "number", String.valueOf(sensor.state())));
      case UNKNOWN_TENANT ->
          Verdict.of(ServerState.UNCLEAR, Text.of("server-state.tenant-unknown"));
      case OTHER_TENANT ->
          Verdict.of(
              ServerState.OTHER_TENANT,
              Text.of("server-state.other-tenant", "tenant", sensor.orgId()));
      case LEGACY_SENSOR ->
          Verdict.of(ServerState.LEGACY_SENSOR, Text.of("server-state.legacy-sensor"));
      case UNKNOWN_SENSOR ->
          new Verdict(
              ServerState.UNCLEAR,
              Text.of("server-state.sensor-unknown").toString(),
              Text.of("server-next.sensor-unknown").toString(),
              Optional.empty());
      case ONBOARDED -> onboarded(sensor);
    };
  }

  private static Verdict onboarded(Sensor sensor) {
    return sensor.running()
        ? Verdict.of(ServerState.ONBOARDED, Text.of("server-state.onboarded"))
        : Verdict.of(ServerState.SENSOR_STOPPED, Text.of("server-state.sensor-stopped"));
  }

  /**
   * Verdict on a server whose sensor may be that of the Microsoft Monitoring Agent. Only the
   * unified agent counts, so the report contradicts a success and nothing else. A success proves
   * the agent, so a report that could be either sensor's is taken for that of the agent's.
   */
  private static Verdict legacy(Server server, Evidence deployed, Evidence sensed) {
    if (deployed.state() == ServerState.NOT_TARGETED) {
      return sensed.verdict();
    }
    if (deployed.state() == ServerState.ONBOARDED) {
      return weighed(
          deployed,
          server
              .sensor()
              .filter(_ -> sensed.state() == ServerState.UNCLEAR)
              .map(sensor -> new Evidence(onboarded(sensor), sensed.source(), sensed.time()))
              .orElse(sensed));
    }
    Verdict verdict = deployed.verdict();
    return new Verdict(
        verdict.state(),
        Text.of(
                "server-state.beside-legacy",
                "why",
                verdict.why(),
                "sensor",
                sensed.verdict().why())
            .toString(),
        verdict.remedy(),
        verdict.disagreement());
  }

  /** Changes the verdict on a server whose sensor will be onboarded or offboarded. */
  private static Verdict pending(Server server, Verdict sensed) {
    return server
        .pending()
        .map(pending -> {
          Text why = pending(server, pending);
          boolean stays =
              sensed.state() == ServerState.OTHER_TENANT
                  || sensed.state() == ServerState.LEGACY_SENSOR
                  || (sensed.state() == ServerState.UNCLEAR
                      && pending == ServerState.ONBOARDING_PENDING);
          return stays ? beside(sensed, why.toString()) : Verdict.of(pending, why);
        })
        .orElse(sensed);
  }

  private static Text pending(Server server, ServerState pending) {
    boolean both =
        server
            .live()
            .filter(answer -> answer.onboardingInfo().equals(answer.offboardingValue()))
            .isPresent();
    return Text.of(
        pending == ServerState.OFFBOARDING_PENDING
            ? "server-state.offboarding-pending"
            : "server-state.onboarding-pending",
        "values",
        both ? "both" : "one");
  }

  private static Verdict beside(Verdict verdict, String pending) {
    return new Verdict(
        verdict.state(),
        Text.of("server-state.beside-pending", "why", verdict.why(), "pending", pending).toString(),
        verdict.remedy(),
        verdict.disagreement());
  }

  private static Verdict weighed(Evidence deployed, Evidence sensed) {
    if (sensed.state() == deployed.state()) {
      // Only the sensor's own state tells which tenant it is.
      return sensed.state() == ServerState.OTHER_TENANT ? sensed.verdict() : deployed.verdict();
    }
    boolean contradicts =
        deployed.state() == ServerState.ONBOARDED
            || (sensed.state() == ServerState.ONBOARDED && deployed.verdict().hasEnded());
    if (contradicts) {
      return fresher(deployed, lost(sensed));
    }
    return unlessLost(sensed, deployed);
  }

  /** A server that was onboarded is lost, whatever else its sensor reports or will do. */
  private static Evidence lost(Evidence sensed) {
    return sensed.state() == ServerState.ONBOARDING_PENDING
            || sensed.state() == ServerState.LEGACY_SENSOR
        ? new Evidence(
            Verdict.of(ServerState.LOST, sensed.verdict().why()), sensed.source(), sensed.time())
        : sensed;
  }

  private static Verdict unlessLost(Evidence sensed, Evidence deployed) {
    if (sensed.state() == ServerState.ONBOARDING_PENDING
        && (deployed.verdict().hasEnded() || deployed.state() == ServerState.REBOOT_PENDING)) {
      return beside(deployed.verdict(), sensed.verdict().why());
    }
    return sensed.state() == ServerState.LOST ? deployed.verdict() : sensed.verdict();
  }

  private static Verdict fresher(Evidence deployed, Evidence sensed) {
    boolean later =
        deployed.time().isPresent()
            && sensed.time().filter(deployed.time().get()::isBefore).isPresent();
    boolean timed =
        deployed.time().isPresent()
            && sensed.time().isPresent()
            && (later || sensed.state() != ServerState.OFFBOARDING_PENDING);
    boolean sensorCounts = timed ? later : deployed.state() == ServerState.ONBOARDED;
    Verdict counts = (sensorCounts ? sensed : deployed).verdict();
    return new Verdict(
        counts.state(),
        counts.why(),
        counts.remedy(),
        Optional.of(
            Text.of(
                    timed ? "server-state.later" : "server-state.worse",
                    "deployed",
                    deployed.report(),
                    "source",
                    sensed.source(),
                    "sensed",
                    sensed.report())
                .toString()));
  }

  /** Changes the verdict on an onboarded server whose antivirus mode could not be set. */
  private Verdict antivirus(Server server, Verdict verdict) {
    return beside(
        server.unsuccessful(server.mode()),
        ServerState.ANTIVIRUS_MODE,
        "server-state.mode-failed",
        verdict);
  }

  /** Changes the verdict on an onboarded server whose sample sharing or proxy could not be set. */
  private Verdict settings(Server server, Verdict verdict) {
    return beside(
        server.unsuccessful(server.settings()),
        ServerState.SETTINGS,
        "server-state.settings-failed",
        verdict);
  }

  private Verdict beside(
      Optional<DeploymentStatus> deployed, ServerState state, String key, Verdict verdict) {
    return deployed
        .filter(_ -> verdict.state() == ServerState.ONBOARDED)
        .map(status -> deployments.failed(state, status))
        .map(failed ->
            new Verdict(
                failed.state(),
                Text.of(key, "why", failed.why()).toString(),
                failed.remedy(),
                verdict.disagreement()))
        .orElse(verdict);
  }

  /** Changes the verdict on an onboarded server that is in danger, or not as its ring wants it. */
  private static Verdict protection(Server server, Verdict verdict) {
    AntivirusState today = server.protection();
    return today
        .problem(server.wanted())
        .filter(_ -> verdict.state() == ServerState.ONBOARDED)
        .map(problem ->
            new Verdict(
                today.danger().isPresent()
                    ? ServerState.ANTIVIRUS_DANGER
                    : ServerState.ANTIVIRUS_MODE,
                problem.toString(),
                today.remedy(server.wanted()),
                verdict.disagreement()))
        .orElse(verdict);
  }

  /** Changes the verdict where further steps are needed but the client does not report. */
  private static Verdict reachable(Server server, Verdict verdict) {
    Group group = verdict.state().group();
    if (group == Group.DONE || group == Group.LOOK || server.presence().isEmpty()) {
      return verdict;
    }
    if (!server.presence().get().active() && server.live().isEmpty()) {
      return Verdict.of(
          ServerState.INACTIVE, Text.of("server-state.inactive", "why", verdict.why()));
    }
    return verdict.state() == ServerState.NOT_TARGETED && server.system().isEmpty()
        ? Verdict.of(ServerState.NO_INVENTORY, Text.of("server-state.no-inventory"))
        : verdict;
  }
}
