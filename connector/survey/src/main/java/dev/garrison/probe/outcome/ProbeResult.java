package dev.garrison.probe.outcome;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a probe saw.
 *
 * @param manifest its name
 * @param site the site's code, as the manifest says it
 * @param at when it was run
 * @param names what a report must not hold
 */
public record ProbeResult(
    String manifest, String site, Instant at, List<ProbeSection> sections, SiteNames names) {
  public ProbeResult {
    sections = List.copyOf(sections);
  }

  /** How many checks failed. */
  public long failed() {
    return outcomes().filter(Outcome.Failed.class::isInstance).count();
  }

  /** How many checks warn. */
  public long warned() {
    return outcomes().filter(Outcome.Warned.class::isInstance).count();
  }

  /** How many checks could not be made. */
  public long skipped() {
    return outcomes().filter(Outcome.Skipped.class::isInstance).count();
  }

  private Stream<Outcome> outcomes() {
    return sections.stream().flatMap(section -> section.lines().stream()).map(ProbeLine::outcome);
  }
}
