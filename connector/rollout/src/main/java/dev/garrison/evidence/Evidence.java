package dev.garrison.evidence;

import dev.garrison.ring.RingReport;
import java.time.Instant;
import java.util.List;

/**
 * Evidence of one manifest for an auditor and a period (F46).
 *
 * @param made when it was put together: {@code rings} is as of then, regardless of the period
 * @param exceptions of the manifest as it is now
 * @param runs of the period, oldest first
 * @param chain result of checking the site's complete journal
 */
public record Evidence(
    String manifest,
    String site,
    Period period,
    Instant made,
    List<RingReport> rings,
    List<LeftOut> exceptions,
    List<AuditedRun> runs,
    Chain chain) {
  public Evidence {
    rings = List.copyOf(rings);
    exceptions = List.copyOf(exceptions);
    runs = List.copyOf(runs);
  }

  /**
   * Result of checking the complete journal.
   *
   * @param head the digest of its newest line; empty where there is none
   * @param problems the problems found in it
   */
  public record Chain(int runs, int entries, String head, List<String> problems) {
    public Chain {
      problems = List.copyOf(problems);
    }
  }
}
