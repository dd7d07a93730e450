package dev.garrison.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * How one server sees one revision of an update. Two servers may differ: each knows only the
 * updates that it has.
 *
 * @param publication whether its publisher still offers it
 * @param latestRevision whether the server has no later revision of it
 * @param declined whether somebody declined it on this server
 * @param superseded whether the server has an update that supersedes it, directly or by others
 * @param deployed whether the server calls it approved for somebody; empty where it does not say
 * @param created when its publisher made it
 * @param arrived when this server got it
 * @see <a href="https://learn.microsoft.com/previous-versions/ms823030(v=msdn.10)">IsSuperseded</a>
 */
public record Standing(
    Publication publication,
    boolean latestRevision,
    boolean declined,
    boolean superseded,
    Optional<Boolean> deployed,
    Instant created,
    Instant arrived) {
  /** Whether it counts at all: offered, not declined, and not replaced by its own revision. */
  public boolean isInForce() {
    return publication == Publication.PUBLISHED && latestRevision && !declined;
  }
}
