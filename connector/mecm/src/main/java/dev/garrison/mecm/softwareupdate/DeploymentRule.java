package dev.garrison.mecm.softwareupdate;

import java.time.Instant;
import java.util.Optional;

/**
 * An automatic deployment rule, as far as it can be read. Its criteria and deadlines are stored in
 * texts that Microsoft does not describe.
 *
 * @param id AutoDeploymentID
 * @param collection the id of the collection that it deploys to; further ones are not shown
 * @param ran time of its last run
 * @param error of its last run; 0 for none
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/sum/sms_autodeployment-server-wmi-class">SMS_AutoDeployment</a>
 */
public record DeploymentRule(
    long id, String name, String collection, boolean isEnabled, Optional<Instant> ran, long error) {
  /** Whether its last run failed. */
  public boolean hasFailed() {
    return error != 0;
  }

  /** The error as Configuration Manager's logs spell it. */
  public String errorText() {
    return LoggedError.text(error);
  }
}
