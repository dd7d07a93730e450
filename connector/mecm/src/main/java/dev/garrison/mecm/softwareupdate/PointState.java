package dev.garrison.mecm.softwareupdate;

import dev.garrison.language.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Status of a software update point's last synchronization.
 *
 * @param server with the role
 * @param state the number of a status message; the meaning of most of them is not documented
 * @param error of the last synchronization; 0 for none
 * @param succeeded time of the last successful one; empty if there was none
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/sum/sms_supsyncstatus-server-wmi-class">SMS_SUPSyncStatus</a>
 */
public record PointState(String server, long state, long error, Optional<Instant> succeeded) {
  /** State of a failed synchronization; the one number on which all sources agree. */
  private static final long FAILED = 6703;

  /** Age after which a software update point has missed a month's releases. */
  private static final Duration A_MONTH = Duration.ofDays(31);

  public boolean hasFailed() {
    return state == FAILED;
  }

  /** The error as Configuration Manager's logs spell it. */
  public String errorText() {
    return LoggedError.text(error);
  }

  /** Whether no synchronization has succeeded within 31 days. */
  public boolean isOld(Instant now) {
    return succeeded.filter(time -> time.isAfter(now.minus(A_MONTH))).isEmpty();
  }

  /** Reason why successful synchronization is not confirmed, in words; empty if it is. */
  public Optional<String> trouble(Instant now) {
    if (hasFailed()) {
      return Optional.of(
          Text.of("site-update-point.failed", "server", server, "error", errorText()).toString());
    }
    if (!isOld(now)) {
      return Optional.empty();
    }
    return Optional.of(
        succeeded
            .map(time ->
                Text.of(
                        "site-update-point.old",
                        "server",
                        server,
                        "age",
                        Duration.between(time, now))
                    .toString())
            .orElseGet(() -> Text.of("site-update-point.never", "server", server).toString()));
  }
}
