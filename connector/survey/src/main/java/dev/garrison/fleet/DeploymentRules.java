package dev.garrison.fleet;

import dev.garrison.fleet.ServerState.Group;
import dev.garrison.language.Text;
import dev.garrison.ring.DeploymentProgress;
import java.util.Optional;

/** Determines what the deployments of a ring tell of a server. */
final class DeploymentRules {
  private static final long OTHER_TENANT_CODE = 20003;
  private static final long NOT_DETECTED_CODE = 0x87D0_0324L;

  private final ErrorWords errors = new ErrorWords();

  /** Verdict by the onboarding deployment, or by that of the mode, which comes first. */
  Verdict of(Server server) {
    return server
        .onboarding()
        .map(status -> server.isReinstalledSince(status) ? reinstalled(status) : deployed(status))
        .or(() ->
            server
                .mode()
                .map(mode -> server.isReinstalledSince(mode) ? reinstalled(mode) : before(mode)))
        .orElseGet(
            () -> Verdict.of(ServerState.NOT_TARGETED, Text.of("server-state.not-targeted")));
  }

  private static Verdict reinstalled(DeploymentStatus status) {
    return new Verdict(
        ServerState.UNCLEAR,
        Text.of("server-state.reinstalled", "state", status.state()).toString(),
        Text.of("server-next.reinstalled").toString(),
        Optional.empty());
  }

  private Verdict deployed(DeploymentStatus status) {
    return switch (status.standing()) {
      case ONBOARDED -> Verdict.of(ServerState.ONBOARDED, Text.of("server-state.onboarded"));
      case UNDER_WAY ->
          Verdict.of(
              EnforcementState.of(status.enforcementState())
                  .map(EnforcementState::meaning)
                  .filter(state -> state.group() == Group.UNDER_WAY)
                  .orElse(ServerState.INSTALLING),
              status.state());
      case NOT_READY ->
          status.isRefused()
              ? failed(ServerState.NOT_READY, status)
              : Verdict.of(
                  ServerState.NOT_READY,
                  status.requirement().isEmpty()
                      ? status.state()
                      : Text.of(
                              "server-state.requirement",
                              "state",
                              status.state(),
                              "requirement",
                              status.requirement())
                          .toString());
      case FAILED -> failed(ServerState.FAILED, status);
      case SILENT -> silent(status);
    };
  }

  private static Verdict silent(DeploymentStatus status) {
    return switch (Math.toIntExact(Math.clamp(status.statusType(), 0L, 6L))) {
      case 1 -> Verdict.of(ServerState.UNCLEAR, Text.of("server-state.simulated"));
      case 0, 4 ->
          status.recent()
              ? Verdict.of(ServerState.AWAITING_POLICY, Text.of("server-state.recent"))
              : Verdict.of(ServerState.SILENT, Text.of("server-state.silent"));
      default ->
          Verdict.of(
              ServerState.UNCLEAR,
              Text.of(
                  "server-state.status-unknown", "number", String.valueOf(status.statusType())));
    };
  }

  /**
   * Verdict on a server that gets its antivirus mode before it is onboarded. It is onboarded only
   * after the mode was read as set.
   */
  private Verdict before(DeploymentStatus mode) {
    if (mode.standing() == DeploymentProgress.ONBOARDED) {
      return Verdict.of(ServerState.WAITING, Text.of("server-state.mode-set"));
    }
    Verdict verdict =
        mode.standing() == DeploymentProgress.FAILED
            ? failed(ServerState.ANTIVIRUS_MODE, mode)
            : deployed(mode);
    return new Verdict(
        verdict.state(),
        Text.of("server-state.mode-first", "why", verdict.why()).toString(),
        verdict.remedy(),
        verdict.disagreement());
  }

  /** Verdict on an attempt that failed, or a script that refused the server. */
  Verdict failed(ServerState state, DeploymentStatus status) {
    String why =
        status.errorCode() == 0
            ? Text.of("server-state.no-code", "state", status.state()).toString()
            : Text.of(
                    "server-state.error",
                    "state",
                    status.state(),
                    "error",
                    errors.words(status.errorCode()))
                .toString();
    if (status.errorCode() == OTHER_TENANT_CODE) {
      return Verdict.of(ServerState.OTHER_TENANT, why);
    }
    boolean overruled =
        status.errorCode() == NOT_DETECTED_CODE
            && (state == ServerState.ANTIVIRUS_MODE || state == ServerState.SETTINGS);
    return new Verdict(
        state,
        why,
        overruled
            ? Text.of("server-next.overruled").toString()
            : errors
                .of(status.errorCode())
                .map(entry -> entry.fix().toString())
                .orElse(state.remedy()),
        Optional.empty());
  }
}
