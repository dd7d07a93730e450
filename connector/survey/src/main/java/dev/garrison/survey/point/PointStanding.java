package dev.garrison.survey.point;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Status of the sensor's update on a site's software update point. */
public sealed interface PointStanding {
  /** Code of the site. */
  String site();

  /** Checks whether it needs attention. */
  boolean needsLook();

  /**
   * Status of a site that answered.
   *
   * @param lines families and channels of the manifest
   * @param rings how each is covered, in the order of the manifest
   * @param compliance by ring; none where its collection is not known
   * @param findings problems that need attention
   */
  record Reached(
      String site,
      SiteUpdates updates,
      List<ReleaseLine> lines,
      List<RingCoverage> rings,
      Map<String, RingCompliance> compliance,
      List<Diagnostic> findings)
      implements PointStanding {
    public Reached {
      lines = List.copyOf(lines);
      rings = List.copyOf(rings);
      compliance = Map.copyOf(compliance);
      findings = List.copyOf(findings);
    }

    @Override
    public boolean needsLook() {
      return !findings.isEmpty();
    }

    /** Status of a ring's servers for the current update of a family and channel. */
    public UpdateCounts counts(RingCoverage ring, ReleaseLine line) {
      Optional<RingCompliance> servers = Optional.ofNullable(compliance.get(ring.ring().name()));
      return updates
          .current(line)
          .flatMap(current ->
              servers.map(known -> known.counts().getOrDefault(current.id(), UpdateCounts.NONE)))
          .orElse(UpdateCounts.NONE);
    }
  }

  /**
   * Status of a site that did not answer, or shows no software updates.
   *
   * @param why at least one reason
   */
  record Unreachable(String site, List<Diagnostic> why) implements PointStanding {
    public Unreachable {
      why = List.copyOf(why);
    }

    @Override
    public boolean needsLook() {
      return true;
    }
  }
}
