package dev.garrison.probe.outcome;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Result of a probe.
 *
 * @param manifest its name
 * @param site the site's code in the manifest
 * @param at time of the run
 * @param names the names to remove from a report
 */
public record ProbeResult(
    String manifest, String site, Instant at, List<ProbeSection> sections, SiteNames names) {
  public ProbeResult {
    sections = List.copyOf(sections);
  }

  /** Number of failed checks. */
  public long failed() {
    return outcomes().filter(Outcome.Failed.class::isInstance).count();
  }

  /** Number of checks with warnings. */
  public long warned() {
    return outcomes().filter(Outcome.Warned.class::isInstance).count();
  }

  /** Number of checks that could not be made. */
  public long skipped() {
    return outcomes().filter(Outcome.Skipped.class::isInstance).count();
  }

  private Stream<Outcome> outcomes() {
    return sections.stream().flatMap(section -> section.lines().stream()).map(ProbeLine::outcome);
  }
}
