package dev.garrison.manifest.wsus;

import java.util.Optional;

/**
 * That a WSUS server may be written to, and how far.
 *
 * @param canary the group that the first approval goes to; absent where nothing is approved
 * @param acknowledged the version of the server, three numbers such as {@code 10.0.20348}, with
 *     which somebody has looked at an approval in that group and found it right; absent: nobody
 *     has, and no other group gets one
 */
public record WsusWrites(Optional<String> canary, Optional<String> acknowledged) {
  /** Whether somebody has looked at an approval on a server of this version. */
  public boolean acknowledges(String serverVersion) {
    return acknowledged
        .filter(version -> serverVersion.equals(version) || serverVersion.startsWith(version + "."))
        .isPresent();
  }
}
