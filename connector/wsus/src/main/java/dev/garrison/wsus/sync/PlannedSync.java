package dev.garrison.wsus.sync;

import dev.garrison.manifest.wsus.WsusServer;
import java.time.Instant;
import java.util.Optional;

/**
 * Plan for the synchronization of one server.
 *
 * @param upstream the server of the manifest from which it synchronizes; empty where it is none of
 *     these
 * @param last time of its last successful synchronization, as far as its history shows
 */
public record PlannedSync(
    WsusServer server,
    Optional<WsusServer> upstream,
    Optional<Instant> last,
    SyncDecision decision) {
  /** Checks whether a synchronization is to be started. */
  public boolean starts() {
    return decision instanceof SyncDecision.Start;
  }
}
