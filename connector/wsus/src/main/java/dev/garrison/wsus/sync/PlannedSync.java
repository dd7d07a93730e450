package dev.garrison.wsus.sync;

import dev.garrison.manifest.wsus.WsusServer;
import java.time.Instant;
import java.util.Optional;

/**
 * One server and what is to be done with it.
 *
 * @param upstream the server of the manifest from which it synchronises; empty where it is none of
 *     these
 * @param last when it last synchronised well, as far as its history tells
 */
public record PlannedSync(
    WsusServer server,
    Optional<WsusServer> upstream,
    Optional<Instant> last,
    SyncDecision decision) {
  /** Whether a synchronisation is to be started. */
  public boolean starts() {
    return decision instanceof SyncDecision.Start;
  }
}
