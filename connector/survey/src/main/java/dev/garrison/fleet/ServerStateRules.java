package dev.garrison.fleet;

import dev.garrison.fleet.ServerState.Group;
import dev.garrison.ring.DeploymentProgress;
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
  private static final long ONBOARDED = 1;
  private static final long OTHER_TENANT_CODE = 20003;

  private final String tenant;
  private final ExcludedServers exceptions;
  private final ErrorWords errors = new ErrorWords();

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

    String said() {
      return source + " says " + verdict.why() + time.map(at -> " (" + at + ")").orElse("");
    }
  }

  /** Determines the status of a server. */
  public Verdict of(Server server) {
    Optional<String> exempt = exceptions.of(server.name());
    if (server.presence().filter(Presence::obsolete).isPresent()) {
      return Verdict.of(ServerState.OBSOLETE, "its record is obsolete");
    }
    if (exempt.isPresent()) {
      return Verdict.of(ServerState.EXEMPT, exempt.get());
    }
    if (server.presence().filter(presence -> !presence.client()).isPresent()) {
      return Verdict.of(ServerState.NO_CLIENT, "Configuration Manager does not manage it");
    }
    Evidence deployed = deployed(server);
    Verdict verdict =
        sensed(server)
            .map(sensed ->
                server.onboarding().isPresent()
                    ? weighed(deployed, sensed)
                    : unlessLost(sensed, deployed))
            .orElse(deployed.verdict());
    return reachable(server, settings(server, antivirus(server, verdict)));
  }

  private Evidence deployed(Server server) {
    Optional<DeploymentStatus> status = server.onboarding();
    return new Evidence(
        status
            .map(this::deployed)
            .or(() -> server.mode().map(this::before))
            .orElseGet(
                () -> Verdict.of(ServerState.NOT_TARGETED, "no onboarding deployment targets it")),
        "the deployment",
        status.flatMap(DeploymentStatus::since));
  }

  private Verdict deployed(DeploymentStatus status) {
    return switch (status.standing()) {
      case ONBOARDED -> Verdict.of(ServerState.ONBOARDED, "onboarded");
      case UNDER_WAY ->
          Verdict.of(
              EnforcementState.of(status.enforcementState())
                  .map(EnforcementState::meaning)
                  .filter(state -> state.group() == Group.UNDER_WAY)
                  .orElse(ServerState.INSTALLING),
              status.state());
      case NOT_READY ->
          Verdict.of(
              ServerState.NOT_READY,
              status.requirement().isEmpty()
                  ? status.state()
                  : status.state() + ": " + status.requirement());
      case FAILED -> failed(ServerState.FAILED, status);
      case SILENT -> silent(status);
    };
  }

  private static Verdict silent(DeploymentStatus status) {
    return switch (Math.toIntExact(Math.clamp(status.statusType(), 0L, 6L))) {
      case 1 ->
          Verdict.of(
              ServerState.UNCLEAR, "the deployment only simulates the installation (state 1002)");
      case 0, 4 ->
          status.recent()
              ? Verdict.of(
                  ServerState.AWAITING_POLICY,
                  "the deployment is less than an hour old, and clients ask for policy once an hour")
              : Verdict.of(ServerState.SILENT, "no status was reported since it was targeted");
      default ->
          Verdict.of(ServerState.UNCLEAR, "its status is unknown(" + status.statusType() + ")");
    };
  }

  /**
   * Verdict on a server that gets its antivirus mode before it is onboarded. It is onboarded only
   * after the mode was read as set.
   */
  private Verdict before(DeploymentStatus mode) {
    if (mode.standing() == DeploymentProgress.ONBOARDED) {
      return Verdict.of(
          ServerState.WAITING, "its antivirus mode is set; the next 'garrison apply' lets it in");
    }
    Verdict verdict =
        mode.standing() == DeploymentProgress.FAILED
            ? failed(ServerState.ANTIVIRUS_MODE, mode)
            : deployed(mode);
    return new Verdict(
        verdict.state(),
        "the antivirus mode comes first: " + verdict.why(),
        verdict.remedy(),
        verdict.disagreement());
  }

  private Verdict failed(ServerState state, DeploymentStatus status) {
    String why =
        status.errorCode() == 0
            ? status.state() + ", without an error code"
            : status.state() + ", " + errors.words(status.errorCode());
    if (status.errorCode() == OTHER_TENANT_CODE) {
      return Verdict.of(ServerState.OTHER_TENANT, why);
    }
    return new Verdict(
        state,
        why,
        errors.of(status.errorCode()).map(ErrorWords.Entry::remedy).orElse(state.remedy()),
        Optional.empty());
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
                ? new Evidence(sensed(sensor), "CMPivot", sensor.asked())
                : new Evidence(
                    sensed(sensor), "inventory", server.inventoried().or(sensor::lastConnected)));
  }

  private Verdict sensed(Sensor sensor) {
    if (sensor.state() == 0) {
      return Verdict.of(ServerState.LOST, "not onboarded");
    }
    if (sensor.state() != ONBOARDED) {
      return Verdict.of(
          ServerState.UNCLEAR, "its OnboardingState is unknown(" + sensor.state() + ")");
    }
    if (sensor.orgId().isEmpty()) {
      return Verdict.of(ServerState.UNCLEAR, "onboarded, to which tenant is not said");
    }
    if (!sensor.orgId().equalsIgnoreCase(tenant)) {
      return Verdict.of(ServerState.OTHER_TENANT, "onboarded to tenant " + sensor.orgId());
    }
    return sensor.running()
        ? Verdict.of(ServerState.ONBOARDED, "onboarded")
        : Verdict.of(ServerState.SENSOR_STOPPED, "onboarded, and the service Sense does not run");
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
      return fresher(deployed, sensed);
    }
    return unlessLost(sensed, deployed);
  }

  private static Verdict unlessLost(Evidence sensed, Evidence deployed) {
    return sensed.state() == ServerState.LOST ? deployed.verdict() : sensed.verdict();
  }

  private static Verdict fresher(Evidence deployed, Evidence sensed) {
    boolean timed = deployed.time().isPresent() && sensed.time().isPresent();
    boolean sensorCounts =
        timed
            ? sensed.time().get().isAfter(deployed.time().get())
            : deployed.state() == ServerState.ONBOARDED;
    Verdict counts = (sensorCounts ? sensed : deployed).verdict();
    return new Verdict(
        counts.state(),
        counts.why(),
        counts.remedy(),
        Optional.of(
            "%s; %s; the %s counts"
                .formatted(deployed.said(), sensed.said(), timed ? "later" : "worse")));
  }

  /** Changes the verdict on an onboarded server whose antivirus mode could not be set. */
  private Verdict antivirus(Server server, Verdict verdict) {
    return beside(server.mode(), ServerState.ANTIVIRUS_MODE, "the antivirus mode", verdict);
  }

  /** Changes the verdict on an onboarded server whose sample sharing or proxy could not be set. */
  private Verdict settings(Server server, Verdict verdict) {
    return beside(server.settings(), ServerState.SETTINGS, "the settings", verdict);
  }

  private Verdict beside(
      Optional<DeploymentStatus> deployed, ServerState state, String what, Verdict verdict) {
    return deployed
        .filter(_ -> verdict.state() == ServerState.ONBOARDED)
        .filter(status -> status.standing() == DeploymentProgress.FAILED)
        .map(status -> failed(state, status))
        .map(failed ->
            new Verdict(
                failed.state(),
                "onboarded, but " + what + ": " + failed.why(),
                failed.remedy(),
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
      return Verdict.of(ServerState.INACTIVE, "no heartbeat of late; " + verdict.why());
    }
    return verdict.state() == ServerState.NOT_TARGETED && server.system().isEmpty()
        ? Verdict.of(ServerState.NO_INVENTORY, "inventory does not know its operating system")
        : verdict;
  }
}
