package dev.garrison.survey.point;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteRelease;
import dev.garrison.mecm.softwareupdate.SiteSighting;
import dev.garrison.mecm.softwareupdate.SiteUpdateReader;
import dev.garrison.mecm.softwareupdate.SiteUpdateStock;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the status of a site's software update point. No changes are made. */
public final class PointSurveyor {
  private final AdminService site;
  private final String code;
  private final SensorUpdateSection section;

  /**
   * @param code of the site
   */
  public PointSurveyor(AdminService site, String code, SensorUpdateSection section) {
    this.site = site;
    this.code = code;
    this.section = section;
  }

  /** Assumptions about a site in this class. */
  public static Assumption assumption() {
    return SiteUpdateReader.assumption().and(ComplianceReader.assumption());
  }

  /** Reads the status. A failure is part of it. */
  public PointStanding read() {
    SiteSighting sighting =
        new SiteUpdateStock(new SiteUpdateReader(site), ServedRings.of(section)).read();
    return switch (sighting) {
      case SiteSighting.Unseen(var why) -> new PointStanding.Unreachable(code, List.of(why));
      case SiteSighting.Seen(SiteUpdates seen) -> reached(seen);
    };
  }

  private PointStanding reached(SiteUpdates seen) {
    List<RingCoverage> rings =
        ServedRings.of(section).stream().map(ring -> RingCoverage.of(ring, seen)).toList();
    Map<String, String> collections = new LinkedHashMap<>();
    for (RingCoverage ring : rings) {
      if (ring.collections().size() == 1) {
        collections.put(ring.ring().name(), ring.collections().getFirst().id());
      }
    }
    List<SiteRelease> current =
        section.releases().stream().flatMap(line -> seen.current(line).stream()).toList();
    try {
      Map<String, RingCompliance> compliance =
          new ComplianceReader(site).read(collections, current);
      return new PointStanding.Reached(
          code,
          seen,
          List.copyOf(section.releases()),
          rings,
          compliance,
          new PointFindings(section, seen, site.clock().instant()).of(rings, compliance));
    } catch (RefusalException refusal) {
      return new PointStanding.Unreachable(code, refusal.diagnostics());
    }
  }
}
