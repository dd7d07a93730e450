package dev.garrison.survey.point;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a site's software update point stands with the sensor's update. */
public sealed interface PointStanding {
  /** The code of the site. */
  String site();

  /** Whether a person has to look. */
  boolean needsLook();

  /**
   * The site answered.
   *
   * @param lines families and channels of the manifest
   * @param rings how each is covered, in the order of the manifest
   * @param compliance by ring; none where its collection is not known
   * @param findings what a person has to look at
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

    /** How the servers of a ring are with what is current of a family and channel. */
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
   * It did not, or showed nothing of software updates.
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
