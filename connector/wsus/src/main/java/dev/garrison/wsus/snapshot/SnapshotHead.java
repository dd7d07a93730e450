package dev.garrison.wsus.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The first line of a snapshot. There is no time of its making in it: the same catalogue gives the
 * same bytes.
 *
 * @param format {@link #FORMAT}
 * @param server the name and port under which it was asked
 * @param serverId the server's own id
 * @param wsus its version, such as {@code 10.0.20348.1}
 * @param synchronised when it last synchronised well, as far as its history tells
 * @param articles the Knowledge Base articles whose updates are in it, digits only, in their order
 * @param updates how many follow
 */
public record SnapshotHead(
    String format,
    String server,
    UUID serverId,
    String wsus,
    Optional<Instant> synchronised,
    List<String> articles,
    int updates) {
  /** The name and version of the format. */
  public static final String FORMAT = "garrison.catalog/1";

  public SnapshotHead {
    articles = List.copyOf(articles);
  }
}
