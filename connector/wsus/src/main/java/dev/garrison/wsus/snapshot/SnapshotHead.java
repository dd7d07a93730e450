package dev.garrison.wsus.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * First line of a snapshot. It contains no creation time, so the same catalog gives the same bytes.
 *
 * @param format {@link #FORMAT}
 * @param server name and port under which it was asked
 * @param serverId the server's own ID
 * @param wsus its version, such as {@code 10.0.20348.1}
 * @param synchronised time of its last successful synchronization, as far as its history shows
 * @param articles the Knowledge Base articles whose updates are in it, digits only, in their order
 * @param updates number of updates that follow
 */
public record SnapshotHead(
    String format,
    String server,
    UUID serverId,
    String wsus,
    Optional<Instant> synchronised,
    List<String> articles,
    int updates) {
  /** Name and version of the format. */
  public static final String FORMAT = "garrison.catalog/1";

  public SnapshotHead {
    articles = List.copyOf(articles);
  }
}
