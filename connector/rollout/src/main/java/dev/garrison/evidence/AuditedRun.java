package dev.garrison.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run for which a journal exists.
 *
 * @param identity the account that the site reported for the writes
 * @param changeId the value of {@code --change}
 * @param planDigest digest of the plan that was carried out
 * @param offboarded the servers that it handed over to offboarding, by name
 * @param ended whether it ended normally; otherwise it was interrupted
 */
public record AuditedRun(
    String run,
    Instant at,
    String osUser,
    String host,
    String identity,
    Optional<String> changeId,
    String manifestDigest,
    String planDigest,
    List<Write> writes,
    List<Offboarded> offboarded,
    boolean ended) {
  public AuditedRun {
    writes = List.copyOf(writes);
    offboarded = List.copyOf(offboarded);
  }

  /**
   * A server that was handed over to offboarding.
   *
   * @param entry the entry of {@code offboard}
   */
  public record Offboarded(String server, String entry) {}

  /**
   * One write, or one deed.
   *
   * @param result as in the journal; for a deed the last one; {@code unknown} where the run was
   *     interrupted in the middle of it
   */
  public record Write(String action, String address, String result) {
    private static final Set<String> WELL = Set.of("done", "ran");

    /** Whether the write or the deed succeeded. */
    public boolean isWell() {
      return WELL.contains(result);
    }
  }
}
