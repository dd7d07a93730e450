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

  /** Revision as its publisher made it. */
  public Revision revision() {
    return revision;
  }

  /** Number on this server, which joins rows. */
  public int revisionId() {
    return revisionId;
  }

  /** Arrival time on this server. */
  public Instant arrived() {
    return arrived;
  }

  /** Availability of its files. */
  public ContentState content() {
    return content;
  }

  /** Sets the availability of its files. */
  public void content(ContentState state) {
    content = state;
  }
}
