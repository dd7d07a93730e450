package dev.garrison.mecm.softwareupdate;

import java.time.Instant;
import java.util.Optional;

/**
 * How a software update point's last synchronisation went.
 *
 * @param server with the role
 * @param state the number of a status message; what most of them mean is not documented
 * @param error of the last synchronisation; 0 for none
 * @param succeeded when one ended well last; empty where none did
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/sum/sms_supsyncstatus-server-wmi-class">SMS_SUPSyncStatus</a>
 */
public record PointState(String server, long state, long error, Optional<Instant> succeeded) {
  /** The one number on which all sources agree: it failed. */
  private static final long FAILED = 6703;

  public boolean hasFailed() {
    return state == FAILED;
  }

  /** The error as Configuration Manager's logs spell it. */
  public String errorText() {
    return "0x%08X".formatted(error & 0xFFFFFFFFL);
  }
}
