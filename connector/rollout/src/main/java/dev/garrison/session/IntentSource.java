package dev.garrison.session;

import dev.garrison.connection.ServerClock;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.DeviceStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.manifest.Exemption;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.recipe.offboarding.OffboardObjects;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingReport;
import dev.garrison.survey.live.LiveQuery;
import dev.garrison.survey.ring.RingRoster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes an intent from the manifest and the survey of its site. */
public interface IntentSource {
  /**
   * Surveys the site and computes the wanted objects, with every decision for this time.
   *
   * @param allowances the permissions of the user
   * @throws dev.garrison.diagnostic.RefusalException when the site does not fit or a rule forbids
   *     it
   */
  Intent at(Instant asOf, Allowances allowances);

  /**
   * An intent that wants nothing. It is for changes that rest on no package and must be possible
   * when the packages are not. Reads only the identity of the site.
   */
  Intent bare(Instant asOf);

  /**
   * The site's clock, on which decisions are based; asks the site if it has not answered yet. Empty
   * where no site takes part.
   */
  Optional<ServerClock> clock();

  /** Status of the rings. Reads no package. */
  List<RingReport> rings(Instant asOf);

  /** Status of the rings, and the intent for the same time. Packages are read for the intent. */
  default Look look(Instant asOf) {
    return new Look(rings(asOf), allowances -> at(asOf, allowances));
  }

  /**
   * Rings and intent for one time.
   *
   * @param intent as by {@link #at}, without reading the rings again if the source can; to be
   *     called before anything is written
   */
  record Look(List<RingReport> rings, Function<Allowances, Intent> intent) {
    public Look {
      rings = List.copyOf(rings);
    }
  }

  /**
   * Status of every server of the rings. Reads no package.
   *
   * @param live the query that also asks the servers themselves, if they are to be asked
   */
  FleetStanding fleet(Instant asOf, Optional<LiveQuery> live);

  /**
   * Comparison of every server of the rings with the manifest. Reads no package.
   *
   * @param live the query that also asks the servers themselves, if they are to be asked
   */
  DeviceStanding devices(Instant asOf, Optional<LiveQuery> live);

  /**
   * Readiness of every server of the rings. Reads no package.
   *
   * @param live the query that also asks the servers themselves, if they are to be asked
   */
  ReadinessStanding readiness(Instant asOf, Optional<LiveQuery> live);

  /**
   * Antivirus of every server of the rings. Reads no package.
   *
   * @param live the query that also asks the servers themselves, if they are to be asked
   */
  AntivirusStanding antivirus(Instant asOf, Optional<LiveQuery> live);

  /**
   * The same, with what keeps servers that no deployment targets from being ready.
   *
   * @param live the query that also asks the servers themselves, if they are to be asked
   */
  default AntivirusStanding status(Instant asOf, Optional<LiveQuery> live) {
    return antivirus(asOf, live);
  }

  /** Objects that deploy to the rings' servers, in the manifest's order. Reads nothing. */
  List<RingObjects> ringObjects();

  /**
   * Objects by which the servers of an entry of {@code offboard} leave.
   *
   * @throws dev.garrison.diagnostic.RefusalException when the entry names a server that the site
   *     does not have
   */
  OffboardObjects offboarding(String entry);

  /**
   * The route that a plan would take if the manifest leaves it open. Empty if the manifest names
   * it, or if the site does not show it. Reads no package.
   */
  Optional<OnboardingRoute> automaticRoute();

  /** The servers of the rings by name, read again; for reports. */
  List<RingRoster> rosters();

  /** The manifest's name and the servers that it leaves out. Reads nothing. */
  Statement statement();

  /**
   * Name and exceptions of the manifest.
   *
   * @param exceptions servers that are left out, including those whose exception has expired
   */
  record Statement(String manifest, List<Exemption> exceptions) {
    public Statement {
      exceptions = List.copyOf(exceptions);
    }
  }

  /** The site's code; each site has one writer at a time. */
  String siteCode();

  /** The account that the site reports as the writer, for the journal. */
  String identity();

  /** The site's one lease. */
  Lease lease();
}
