package dev.garrison.cli.wsus;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.cli.view.ProblemAnswer;
import dev.garrison.json.JsonForm;
import dev.garrison.mecm.softwareupdate.DeploymentRule;
import dev.garrison.mecm.softwareupdate.PointState;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteDeployment;
import dev.garrison.mecm.softwareupdate.SiteRelease;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import dev.garrison.survey.point.PointStanding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Status of a software update point as JSON. Keys are only ever added. */
sealed interface PointAnswer extends JsonForm {
  /** Site that did not answer. */
  record Silent(String site, boolean needsLook, List<ProblemAnswer> failures)
      implements PointAnswer {}

  /** Site that answered. */
  record Reached(
      String site,
      boolean needsLook,
      String product,
      List<Point> points,
      List<Ring> rings,
      List<Line> lines,
      List<String> unreadTitles,
      List<ProblemAnswer> findings)
      implements PointAnswer {
    private static Reached of(PointStanding.Reached standing) {
      return new Reached(
          standing.site(),
          standing.needsLook(),
          standing.updates().product().name().toLowerCase(Locale.ROOT),
          standing.updates().points().stream().map(Point::of).toList(),
          standing.rings().stream().map(Ring::of).toList(),
          standing.lines().stream().map(line -> Line.of(standing, line)).toList(),
          standing.updates().unread(),
          standing.findings().stream().map(ProblemAnswer::of).toList());
    }
  }

  record Point(String server, boolean failed, String error, Optional<Instant> synchronised)
      implements JsonForm {
    private static Point of(PointState point) {
      return new Point(point.server(), point.hasFailed(), point.errorText(), point.succeeded());
    }
  }

  /**
   * Coverage of a ring by an automatic deployment rule.
   *
   * @param rule the name of its automatic deployment rule
   */
  record Ring(
      String ring,
      String collection,
      Optional<String> rule,
      boolean ruleEnabled,
      boolean ruleFailed,
      boolean ruleHasDeployed,
      Optional<Instant> ruleRan)
      implements JsonForm {
    private static Ring of(RingCoverage ring) {
      Optional<DeploymentRule> rule = ring.rule();
      return new Ring(
          ring.ring().name(),
          ring.ring().collection(),
          rule.map(DeploymentRule::name),
          rule.filter(DeploymentRule::isEnabled).isPresent(),
          rule.filter(DeploymentRule::hasFailed).isPresent(),
          ring.isProven(),
          rule.flatMap(DeploymentRule::ran));
    }
  }

  /** Current release and deployments of one family and channel. */
  record Line(String family, String channel, Optional<String> version, List<Deployed> rings)
      implements JsonForm {
    private static Line of(PointStanding.Reached standing, ReleaseLine line) {
      return new Line(
          line.family().name(),
          line.channel().name(),
          standing.updates().current(line).map(SiteRelease::version).map(Object::toString),
          standing.rings().stream()
              .map(ring -> Deployed.of(ring, line, standing.counts(ring, line)))
              .toList());
    }
  }

  /**
   * Release that is deployed to a ring.
   *
   * @param deployed the newest version
   * @param deadline without a time zone if {@code deadlineIsLocal}: each client uses its own
   */
  record Deployed(
      String ring,
      Optional<String> deployed,
      boolean enabled,
      Optional<String> deadline,
      boolean deadlineIsLocal,
      int installed,
      int missing,
      int notRequired,
      int unknown)
      implements JsonForm {
    private static Deployed of(RingCoverage ring, ReleaseLine line, UpdateCounts counts) {
      Optional<RingCoverage.Deployed> newest = ring.newest(line);
      return new Deployed(
          ring.ring().name(),
          newest.map(each -> each.release().version().toString()),
          newest.filter(each -> each.by().isEnabled()).isPresent(),
          newest.flatMap(each -> deadline(each.by())),
          newest.filter(each -> each.by().isLocal()).isPresent(),
          counts.installed(),
          counts.missing(),
          counts.notRequired(),
          counts.unknown());
    }

    private static Optional<String> deadline(SiteDeployment by) {
      return by.deadline()
          .map(time ->
              by.isLocal()
                  ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.atOffset(ZoneOffset.UTC))
                  : time.toString());
    }
  }

  static PointAnswer of(PointStanding standing) {
    return switch (standing) {
      case PointStanding.Unreachable silent ->
          new Silent(
              silent.site(),
              silent.needsLook(),
              silent.why().stream().map(ProblemAnswer::of).toList());
      case PointStanding.Reached reached -> Reached.of(reached);
    };
  }
}
