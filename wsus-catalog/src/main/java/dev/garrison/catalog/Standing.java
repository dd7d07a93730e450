package dev.garrison.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * Status of one revision of an update on one server. Two servers may differ: each knows only the
 * updates that it has.
 *
 * @param publication whether its publisher still offers it
 * @param latestRevision whether the server has no later revision of it
 * @param declined whether it was declined on this server
 * @param superseded whether the server has an update that supersedes it, directly or by others
 * @param deployed whether the server reports it as approved for any computers; empty if it does not
 *     report this
 * @param created time at which its publisher created it
 * @param arrived time at which this server got it
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
  /** Whether it is in force: offered, not declined, and not replaced by its own revision. */
  public boolean isInForce() {
    return publication == Publication.PUBLISHED && latestRevision && !declined;
  }
}
