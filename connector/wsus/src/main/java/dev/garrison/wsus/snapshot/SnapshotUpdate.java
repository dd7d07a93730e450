package dev.garrison.wsus.snapshot;

import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One update of a snapshot: the latest revision that the server has. It has no approvals, because
 * they differ from server to server.
 *
 * @param articles digits only, in their order
 */
public record SnapshotUpdate(
    UUID updateId,
    int revision,
    List<String> articles,
    String title,
    Instant created,
    Publication publication,
    boolean superseded,
    boolean declined)
    implements Comparable<SnapshotUpdate> {
  public SnapshotUpdate {
    articles = List.copyOf(articles);
  }

  static SnapshotUpdate of(Update update) {
    return new SnapshotUpdate(
        update.identity().updateId(),
        update.identity().revisionNumber(),
        List.copyOf(update.labels().kbArticles()),
        update.labels().title(),
        update.standing().created(),
        update.standing().publication(),
        update.standing().superseded(),
        update.standing().declined());
  }

  /** Update ID and revision. */
  public UpdateIdentity identity() {
    return new UpdateIdentity(updateId, revision);
  }

  /** Orders updates by their ID as text; a snapshot has each ID once. */
  @Override
  public int compareTo(SnapshotUpdate other) {
    return updateId.toString().compareTo(other.updateId.toString());
  }
}
