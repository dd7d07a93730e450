package dev.garrison.wsus.snapshot;

import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** First line of a snapshot's file. */
record RecordedHead(
    String format,
    String server,
    UUID serverId,
    String wsus,
    Optional<Instant> synchronised,
    List<String> articles,
    int updates)
    implements JsonForm {
  static RecordedHead of(SnapshotHead head) {
    return new RecordedHead(
        head.format(),
        head.server(),
        head.serverId(),
        head.wsus(),
        head.synchronised(),
        head.articles(),
        head.updates());
  }

  SnapshotHead head() {
    return new SnapshotHead(format, server, serverId, wsus, synchronised, articles, updates);
  }
}
