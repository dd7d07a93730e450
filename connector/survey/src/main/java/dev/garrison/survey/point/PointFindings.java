package dev.garrison.survey.point;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.DurationText;
import dev.garrison.manifest.wsus.HeldVersion;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.mecm.softwareupdate.DeploymentRule;
import dev.garrison.mecm.softwareupdate.PointState;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteUpdateReader;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import dev.garrison.mecm.softwareupdate.SoftwareUpdateCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Problems of a software update point that need attention. */
final class PointFindings {
  private static final String RULES =
      "Software Library > Software Updates > Automatic Deployment Rules";
  private static final String PLAN = "'garrison plan --only wsus' shows the command.";
  private static final int MOST_NAMES = 5;

  private final SensorUpdateSection section;
  private final SiteUpdates seen;
  private final Instant now;
  private final List<Diagnostic> findings = new ArrayList<>();

  PointFindings(SensorUpdateSection section, SiteUpdates seen, Instant now) {
    this.section = section;
    this.seen = seen;
    this.now = now;
  }

  List<Diagnostic> of(List<RingCoverage> rings, Map<String, RingCompliance> compliance) {
    if (seen.product() != SiteUpdates.Product.SUBSCRIBED) {
      add(
          SoftwareUpdateCode.SITE_PRODUCT_NOT_SUBSCRIBED,
          "The software update point does not synchronise '%s'."
              .formatted(SiteUpdateReader.PRODUCT),
          PLAN);
    }
    points();
    releases();
    if (!seen.unread().isEmpty()) {
      add(
          SoftwareUpdateCode.SITE_TITLE_NOT_UNDERSTOOD,
          "%d titles of KB5005292 do not tell family and version, such as '%s'."
              .formatted(seen.unread().size(), seen.unread().getFirst()),
          "Let the account that reads see English titles; else report them.");
    }
    for (RingCoverage ring : rings) {
      ring(ring);
      RingCompliance servers = compliance.get(ring.ring().name());
      if (servers != null && !servers.requireNone().isEmpty()) {
        withoutAgent(ring, servers);
      }
    }
    return findings;
  }

  private void points() {
    String log = "See wsyncmgr.log on the site server.";
    if (seen.points().isEmpty()) {
      add(
          SoftwareUpdateCode.POINT_NOT_SYNCHRONIZED,
          "The site does not show how its software update point synchronises.",
          "Synchronise it, and look at Monitoring > Software Update Point Synchronization Status.");
    }
    for (PointState point : seen.points()) {
      if (point.hasFailed()) {
        add(
            SoftwareUpdateCode.POINT_SYNCHRONIZATION_FAILED,
            "The last synchronisation of %s failed (%s)."
                .formatted(point.server(), point.errorText()),
            log);
      }
      if (point.isOld(now)) {
        add(
            SoftwareUpdateCode.POINT_NOT_SYNCHRONIZED,
            "%s has not synchronised %s."
                .formatted(
                    point.server(),
                    point
                        .succeeded()
                        .map(time -> "for " + DurationText.of(Duration.between(time, now)))
                        .orElse("successfully yet")),
            log);
      }
    }
  }

  private void releases() {
    for (ReleaseLine line : section.releases()) {
      if (seen.current(line).isEmpty()) {
        add(
            SoftwareUpdateCode.RELEASE_NOT_DEPLOYED,
            "%s: the site has no release that is in force.".formatted(ReleaseWords.shown(line)),
            "Synchronise the point, or correct 'releases'.");
      }
    }
  }

  private void ring(RingCoverage ring) {
    String name = ring.ring().name();
    if (ring.collections().size() != 1) {
      add(
          SoftwareUpdateCode.UPDATE_COLLECTION_NOT_SHOWN,
          "The site shows %d device collections '%s' for ring '%s'."
              .formatted(ring.collections().size(), ring.ring().collection(), name),
          "Correct 'collection' in the manifest, or name it by its id.");
      return;
    }
    ring.rule()
        .ifPresentOrElse(
            rule -> rule(ring, rule),
            () ->
                add(
                    SoftwareUpdateCode.RING_WITHOUT_RULE,
                    "No automatic deployment rule serves ring '%s'.".formatted(name),
                    PLAN));
    deployed(ring);
  }

  private void rule(RingCoverage ring, DeploymentRule rule) {
    if (ring.isElsewhere()) {
      add(
          SoftwareUpdateCode.RULE_OF_OTHER_COLLECTION,
          "Rule '%s' of ring '%s' deploys to another collection than '%s'."
              .formatted(rule.name(), ring.ring().name(), ring.ring().collection()),
          "Look at it in the console: %s.".formatted(RULES));
    } else if (!rule.isEnabled()) {
      add(
          SoftwareUpdateCode.RULE_DISABLED,
          "Rule '%s' of ring '%s' is disabled.".formatted(rule.name(), ring.ring().name()),
          "Enable it in the console: %s.".formatted(RULES));
    } else if (rule.hasFailed()) {
      add(
          SoftwareUpdateCode.RULE_FAILED,
          "The last run of rule '%s' of ring '%s' failed (%s)."
              .formatted(rule.name(), ring.ring().name(), rule.errorText()),
          "See ruleengine.log on the site server, then run it again.");
    } else if (rule.ran().isEmpty()) {
      add(
          SoftwareUpdateCode.RULE_NOT_RUN,
          "Rule '%s' of ring '%s' has not run yet.".formatted(rule.name(), ring.ring().name()),
          "Run it in the console: %s.".formatted(RULES));
    }
  }

  private void deployed(RingCoverage ring) {
    String where = "To ring '%s': ".formatted(ring.ring().name());
    for (RingCoverage.Deployed each : ring.expired()) {
      add(
          SoftwareUpdateCode.RELEASE_NOT_WANTED,
          "%s%s, which is expired.".formatted(where, ReleaseWords.held(each)),
          "Remove the deployment, or wait for the rule's next run.");
    }
    for (HeldVersion held : section.held()) {
      ring.holding(held.version())
          .ifPresent(each ->
              add(
                  SoftwareUpdateCode.RELEASE_NOT_WANTED,
                  "%s%s, which the manifest holds back: %s."
                      .formatted(where, ReleaseWords.held(each), held.reason()),
                  "Disable that deployment in the console: Monitoring > Deployments."));
    }
    if (!ring.unwantedChannels().isEmpty()) {
      add(
          SoftwareUpdateCode.RELEASE_NOT_WANTED,
          "Servers of ring '%s' get %s too, which the manifest does not name."
              .formatted(ring.ring().name(), ReleaseWords.shown(ring.unwantedChannels())),
          "Narrow its rule by title, or add them to 'releases'.");
    }
    for (ReleaseLine line : section.releases()) {
      overdue(ring, line);
      ring.notEnabled(line)
          .forEach(newest ->
              add(
                  SoftwareUpdateCode.RELEASE_NOT_ENABLED,
                  "The deployment '%s' of %s %s to ring '%s' is not enabled."
                      .formatted(
                          newest.by().name(),
                          ReleaseWords.shown(line),
                          newest.release().version(),
                          ring.ring().name()),
                  "Enable it in the console: Monitoring > Deployments."));
    }
  }

  /** Adds a finding if a current release is not deployed within the ring's deadline days. */
  private void overdue(RingCoverage ring, ReleaseLine line) {
    Duration grace = Duration.ofDays(ring.ring().deadlineDays());
    seen.current(line)
        .filter(_ -> ring.behind(seen).contains(line))
        .filter(current -> current.posted().filter(it -> it.plus(grace).isAfter(now)).isEmpty())
        .ifPresent(current ->
            add(
                SoftwareUpdateCode.RELEASE_NOT_DEPLOYED,
                "No enabled deployment brings %s %s to ring '%s', which should have it %s."
                    .formatted(
                        ReleaseWords.shown(line),
                        current.version(),
                        ring.ring().name(),
                        ring.ring().deadlineDays() == 1
                            ? "a day after its release"
                            : "%d days after its release".formatted(ring.ring().deadlineDays())),
                "Look at its rule in the console: %s.".formatted(RULES)));
  }

  private void withoutAgent(RingCoverage ring, RingCompliance servers) {
    List<String> names = servers.requireNone();
    String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    add(
        SoftwareUpdateCode.RING_SERVERS_WITHOUT_AGENT,
        "%d of %d servers of ring '%s' require no release of the manifest: %s%s."
            .formatted(
                names.size(),
                servers.servers(),
                ring.ring().name(),
                shown,
                names.size() > MOST_NAMES
                    ? " and %d more".formatted(names.size() - MOST_NAMES)
                    : ""),
        "The agent is missing there, or 'releases' lacks their family.");
  }

  private void add(SoftwareUpdateCode code, String problem, String remedy) {
    findings.add(Diagnostic.warning(code, problem, remedy));
  }
}
