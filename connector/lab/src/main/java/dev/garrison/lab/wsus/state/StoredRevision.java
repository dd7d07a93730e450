package dev.garrison.lab.wsus.state;

import dev.garrison.lab.wsus.catalogue.Revision;
import java.time.Instant;

/** A revision as one server stores it. Guarded by the servers' lock. */
public final class StoredRevision {
  private final Revision revision;
  private final int revisionId;
  private final Instant arrived;
  private ContentState content = ContentState.NOT_NEEDED;

  StoredRevision(Revision revision, int revisionId, Instant arrived) {
    this.revision = revision;
    this.revisionId = revisionId;
    this.arrived = arrived;
  }

  /** What its publisher made. */
  public Revision revision() {
    return revision;
  }

  /** Its number on this server, by which rows are joined. */
  public int revisionId() {
    return revisionId;
  }

  /** When it came. */
  public Instant arrived() {
    return arrived;
  }

  /** Its files. */
  public ContentState content() {
    return content;
  }

  /** Its files come, or do not. */
  public void content(ContentState state) {
    content = state;
  }
}
