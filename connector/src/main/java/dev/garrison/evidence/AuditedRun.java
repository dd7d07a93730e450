package dev.garrison.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
   * One write.
   *
   * @param result as the journal has it; {@code unknown} where the run was cut in the middle of it
   */
  public record Write(String action, String address, String result) {}
}
