package dev.garrison.session;

import dev.garrison.connection.ServerClock;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.fleet.standing.DeviceStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.manifest.Exemption;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingReport;
import dev.garrison.survey.live.LiveQuery;
import dev.garrison.survey.ring.RingRoster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The manifest and the survey of its site, made into an intent. */
public interface IntentSource {
  /**
   * Surveys the site and says what should be there, deciding everything for this time.
   *
   * @param allowances what the user allows
   * @throws dev.garrison.diagnostic.RefusalException when the site does not fit or a rule forbids
   *     it
   */
  Intent at(Instant asOf, Allowances allowances);

  /**
   * An intent that wants nothing: for changes that rest on no package and must be possible when the
   * packages are not. Only reads which site it is.
   */
  Intent bare(Instant asOf);

  /**
   * The site's clock, which this is decided by; asks the site where it did not answer yet. Empty
   * where no site has a part in it.
   */
  Optional<ServerClock> clock();

  /** Where the rings stand. Reads no package. */
  List<RingReport> rings(Instant asOf);

  /**
   * Where every server of the rings stands. Reads no package.
   *
   * @param live whether the servers are asked themselves too
   */
  FleetStanding fleet(Instant asOf, Optional<LiveQuery> live);

  /**
   * Whether every server of the rings is as the manifest says. Reads no package.
   *
   * @param live whether the servers are asked themselves too
   */
  DeviceStanding devices(Instant asOf, Optional<LiveQuery> live);

  /**
   * Whether every server of the rings is ready. Reads no package.
   *
   * @param live whether the servers are asked themselves too
   */
  ReadinessStanding readiness(Instant asOf, Optional<LiveQuery> live);

  /** By which objects the rings' servers are reached, in the manifest's order. Reads nothing. */
  List<RingObjects> ringObjects();

  /**
   * The route that a plan would take where the manifest leaves it open; empty where the manifest
   * names it, or where the site does not tell it. Reads no package.
   */
  Optional<OnboardingRoute> automaticRoute();

  /** The servers of the rings by name, read anew; for reports. */
  List<RingRoster> rosters();

  /** The manifest's name and the servers that it leaves out. Reads nothing. */
  Statement statement();

  /**
   * What the manifest says of itself.
   *
   * @param exceptions servers that are left out, those that hold no more too
   */
  record Statement(String manifest, List<Exemption> exceptions) {
    public Statement {
      exceptions = List.copyOf(exceptions);
    }
  }

  /** The site's code: there is one writer per site. */
  String siteCode();

  /** Who the site says it is that writes, for the journal. */
  String identity();

  /** The site's one lease. */
  Lease lease();
}
