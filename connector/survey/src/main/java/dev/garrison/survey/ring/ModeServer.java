package dev.garrison.survey.ring;

import dev.garrison.ring.DeploymentProgress;

/**
 * Status of a server in the deployment of its antivirus mode.
 *
 * @param id ResourceID
 * @param standing the worst of its rows
 * @param told whether all its rows are successes that followed detection, and detection is the
 *     registry value: so the value was read as set
 */
public record ModeServer(long id, String name, DeploymentProgress standing, boolean told) {
  /** The same server, not ready if the deployment failed. */
  ModeServer refused() {
    return standing == DeploymentProgress.FAILED
        ? new ModeServer(id, name, DeploymentProgress.NOT_READY, told)
        : this;
  }

  /** Adds another row of the same server. */
  ModeServer and(ModeServer other) {
    return new ModeServer(
        id,
        name,
        standing.compareTo(other.standing) > 0 ? standing : other.standing,
        told && other.told);
  }
}
