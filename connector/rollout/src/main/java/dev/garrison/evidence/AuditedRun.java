package dev.garrison.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run of which a journal is there.
 *
 * @param identity who the site said that wrote
 * @param changeId what was given with {@code --change}
 * @param planDigest of the plan that was carried out
 * @param ended whether it ended by itself; else it was cut
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
    boolean ended) {
  public AuditedRun {
    writes = List.copyOf(writes);
  }

  /**
   * One write, or one deed.
   *
   * @param result as the journal has it, of a deed the last; {@code unknown} where the run was cut
   *     in the middle of it
   */
  public record Write(String action, String address, String result) {
    private static final Set<String> WELL = Set.of("done", "ran");

    /** Whether it came to the end that was wanted. */
    public boolean isWell() {
      return WELL.contains(result);
    }
  }
}
