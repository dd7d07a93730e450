package dev.garrison.manifest.wsus;

import java.util.Optional;

/**
 * Permission to write to a WSUS server, and its limits.
 *
 * @param canary the group that gets the first approval; absent if nothing is approved
 * @param acknowledged the version of the server, three numbers such as {@code 10.0.20348}, with
 *     which the administrator has checked an approval in that group and found it correct; absent:
 *     not checked yet, and no other group gets an approval
 */
public record WsusWrites(Optional<String> canary, Optional<String> acknowledged) {
  /** Whether the administrator has checked an approval on a server of this version. */
  public boolean acknowledges(String serverVersion) {
    return acknowledged
        .filter(version -> serverVersion.equals(version) || serverVersion.startsWith(version + "."))
        .isPresent();
  }
}
