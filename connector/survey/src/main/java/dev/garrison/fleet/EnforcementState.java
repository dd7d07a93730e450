package dev.garrison.fleet;

import dev.garrison.language.Text;
import dev.garrison.ring.DeploymentProgress;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Progress of a client with a deployment, by the numbers that applications report. The page of the
 * class lists only 0 to 14, which are those of software updates.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/apps/sms_appdeploymentassetdetails-server-wmi-class">SMS_AppDeploymentAssetDetails,
 *     EnforcementState</a>
 */
enum EnforcementState {
  SUCCEEDED(1000, "enforcement.succeeded", ServerState.ONBOARDED),
  COMPLIANT(1001, "enforcement.compliant", ServerState.ONBOARDED),
  SIMULATED(DeploymentProgress.SIMULATED, "enforcement.simulated", ServerState.UNCLEAR),
  FAST_STATUS(1003, "enforcement.fast-status", ServerState.ONBOARDED),
  IN_PROGRESS(2000, "enforcement.in-progress", ServerState.INSTALLING),
  WAITING_FOR_CONTENT(2001, "enforcement.waiting-for-content", ServerState.WAITING_FOR_CONTENT),
  INSTALLING(2002, "enforcement.installing", ServerState.INSTALLING),
  RESTART_TO_CONTINUE(2003, "enforcement.restart-to-continue", ServerState.REBOOT_PENDING),
  WAITING_FOR_WINDOW(2004, "enforcement.waiting-for-window", ServerState.WAITING_FOR_WINDOW),
  WAITING_FOR_SCHEDULE(2005, "enforcement.waiting-for-schedule", ServerState.WAITING),
  DEPENDENCY_CONTENT(2006, "enforcement.dependency-content", ServerState.WAITING_FOR_CONTENT),
  DEPENDENCY(2007, "enforcement.dependency", ServerState.INSTALLING),
  RESTART_TO_COMPLETE(2008, "enforcement.restart-to-complete", ServerState.REBOOT_PENDING),
  CONTENT_DOWNLOADED(2009, "enforcement.content-downloaded", ServerState.INSTALLING),
  WAITING_FOR_UPDATE(2010, "enforcement.waiting-for-update", ServerState.WAITING),
  WAITING_FOR_SESSION(2011, "enforcement.waiting-for-session", ServerState.WAITING),
  WAITING_FOR_LOGOFF(2012, "enforcement.waiting-for-logoff", ServerState.WAITING),
  WAITING_FOR_LOGON(2013, "enforcement.waiting-for-logon", ServerState.WAITING),
  WAITING_TO_INSTALL(2014, "enforcement.waiting-to-install", ServerState.WAITING),
  WAITING_TO_RETRY(2015, "enforcement.waiting-to-retry", ServerState.WAITING),
  PRESENTATION_MODE(2016, "enforcement.presentation", ServerState.WAITING),
  ORCHESTRATION(2017, "enforcement.orchestration", ServerState.WAITING),
  NETWORK(2018, "enforcement.network", ServerState.WAITING),
  REQUIREMENTS(3000, "enforcement.requirements", ServerState.NOT_READY),
  PLATFORM(3001, "enforcement.platform", ServerState.NOT_READY),
  NOTHING_HEARD(4000, "enforcement.silent", ServerState.SILENT),
  FAILED(5000, "enforcement.failed", ServerState.FAILED),
  EVALUATION_FAILED(5001, "enforcement.evaluation-failed", ServerState.FAILED),
  FAILED_TOO(5002, "enforcement.failed", ServerState.FAILED),
  NO_CONTENT(5003, "enforcement.no-content", ServerState.FAILED),
  DEPENDENCY_FAILED(5004, "enforcement.dependency-failed", ServerState.FAILED),
  NO_DEPENDENCY_CONTENT(5005, "enforcement.no-dependency-content", ServerState.FAILED),
  DEPENDENCY_CONFLICT(5006, "enforcement.dependency-conflict", ServerState.FAILED),
  RETRY_AFTER_FAILURE(5007, "enforcement.retry", ServerState.FAILED),
  SUPERSEDED_UNINSTALL(5008, "enforcement.superseded-uninstall", ServerState.FAILED),
  SUPERSEDED_DOWNLOAD(5009, "enforcement.superseded-download", ServerState.FAILED),
  VIRTUAL_ENVIRONMENT(5010, "enforcement.virtual-environment", ServerState.FAILED);

  private static final Map<Long, EnforcementState> BY_NUMBER =
      Arrays.stream(values()).collect(Collectors.toMap(state -> state.number, Function.identity()));

  private final long number;
  private final String key;
  private final ServerState meaning;

  EnforcementState(long number, String key, ServerState meaning) {
    this.number = number;
    this.key = key;
    this.meaning = meaning;
  }

  static Optional<EnforcementState> of(long number) {
    return Optional.ofNullable(BY_NUMBER.get(number));
  }

  /** Text of a number; an unknown one is {@code unknown(n)}. */
  static String words(long number) {
    return of(number).map(state -> Text.of(state.key).toString()).orElse("unknown(" + number + ")");
  }

  /** State of a server that reports this. */
  ServerState meaning() {
    return meaning;
  }
}
