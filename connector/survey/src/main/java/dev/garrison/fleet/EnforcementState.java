package dev.garrison.fleet;

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
  SUCCEEDED(1000, "succeeded", ServerState.ONBOARDED),
  COMPLIANT(1001, "already compliant", ServerState.ONBOARDED),
  SIMULATED(DeploymentProgress.SIMULATED, "simulation succeeded", ServerState.UNCLEAR),
  FAST_STATUS(1003, "fast status succeeded", ServerState.ONBOARDED),
  IN_PROGRESS(2000, "in progress", ServerState.INSTALLING),
  WAITING_FOR_CONTENT(2001, "waiting for content", ServerState.WAITING_FOR_CONTENT),
  INSTALLING(2002, "installing", ServerState.INSTALLING),
  RESTART_TO_CONTINUE(2003, "a restart is needed to go on", ServerState.REBOOT_PENDING),
  WAITING_FOR_WINDOW(2004, "waiting for a maintenance window", ServerState.WAITING_FOR_WINDOW),
  WAITING_FOR_SCHEDULE(2005, "waiting for its schedule", ServerState.WAITING),
  DEPENDENCY_CONTENT(2006, "downloading what it depends on", ServerState.WAITING_FOR_CONTENT),
  DEPENDENCY(2007, "installing what it depends on", ServerState.INSTALLING),
  RESTART_TO_COMPLETE(2008, "a restart is needed to complete", ServerState.REBOOT_PENDING),
  CONTENT_DOWNLOADED(2009, "content downloaded", ServerState.INSTALLING),
  WAITING_FOR_UPDATE(2010, "waiting for an update", ServerState.WAITING),
  WAITING_FOR_SESSION(2011, "waiting for a session to reconnect", ServerState.WAITING),
  WAITING_FOR_LOGOFF(2012, "waiting for users to log off", ServerState.WAITING),
  WAITING_FOR_LOGON(2013, "waiting for a user to log on", ServerState.WAITING),
  WAITING_TO_INSTALL(2014, "waiting to install", ServerState.WAITING),
  WAITING_TO_RETRY(2015, "waiting to try again", ServerState.WAITING),
  PRESENTATION_MODE(2016, "waiting for presentation mode to end", ServerState.WAITING),
  ORCHESTRATION(2017, "waiting for orchestration", ServerState.WAITING),
  NETWORK(2018, "waiting for the network", ServerState.WAITING),
  REQUIREMENTS(3000, "requirements not met", ServerState.NOT_READY),
  PLATFORM(3001, "not for this platform", ServerState.NOT_READY),
  NOTHING_HEARD(4000, "nothing heard", ServerState.SILENT),
  FAILED(5000, "deployment failed", ServerState.FAILED),
  EVALUATION_FAILED(5001, "evaluation failed", ServerState.FAILED),
  FAILED_TOO(5002, "deployment failed", ServerState.FAILED),
  NO_CONTENT(5003, "content not found", ServerState.FAILED),
  DEPENDENCY_FAILED(5004, "what it depends on failed", ServerState.FAILED),
  NO_DEPENDENCY_CONTENT(5005, "content of what it depends on not found", ServerState.FAILED),
  DEPENDENCY_CONFLICT(5006, "what it depends on conflicts", ServerState.FAILED),
  RETRY_AFTER_FAILURE(5007, "failed, waiting to try again", ServerState.FAILED),
  SUPERSEDED_UNINSTALL(5008, "uninstalling what it supersedes failed", ServerState.FAILED),
  SUPERSEDED_DOWNLOAD(5009, "content of what it supersedes not found", ServerState.FAILED),
  VIRTUAL_ENVIRONMENT(5010, "updating the virtual environment failed", ServerState.FAILED);

  private static final Map<Long, EnforcementState> BY_NUMBER =
      Arrays.stream(values()).collect(Collectors.toMap(state -> state.number, Function.identity()));

  private final long number;
  private final String words;
  private final ServerState meaning;

  EnforcementState(long number, String words, ServerState meaning) {
    this.number = number;
    this.words = words;
    this.meaning = meaning;
  }

  static Optional<EnforcementState> of(long number) {
    return Optional.ofNullable(BY_NUMBER.get(number));
  }

  /** Text of a number; an unknown one is {@code unknown(n)}. */
  static String words(long number) {
    return of(number).map(state -> state.words).orElse("unknown(" + number + ")");
  }

  /** State of a server that reports this. */
  ServerState meaning() {
    return meaning;
  }
}
