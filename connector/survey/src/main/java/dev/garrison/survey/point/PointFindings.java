package dev.garrison.survey.point;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
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

/** Problems of a software update point that need attention. */
final class PointFindings {
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
          Message.of("update-point.product", "product", SiteUpdateReader.PRODUCT));
    }
    points();
    releases();
    if (!seen.unread().isEmpty()) {
      add(
          SoftwareUpdateCode.SITE_TITLE_NOT_UNDERSTOOD,
          Message.of(
              "update-point.titles",
              "count",
              seen.unread().size(),
              "title",
              seen.unread().getFirst()));
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
    if (seen.points().isEmpty()) {
      add(SoftwareUpdateCode.POINT_NOT_SYNCHRONIZED, Message.of("update-point.state-unknown"));
    }
    for (PointState point : seen.points()) {
      if (point.hasFailed()) {
        add(
            SoftwareUpdateCode.POINT_SYNCHRONIZATION_FAILED,
            Message.of(
                "update-point.sync-failed", "server", point.server(), "error", point.errorText()));
      }
      if (point.isOld(now)) {
        add(
            SoftwareUpdateCode.POINT_NOT_SYNCHRONIZED,
            point
                .succeeded()
                .map(time ->
                    Message.of(
                        "update-point.sync-old",
                        "server",
                        point.server(),
                        "age",
                        Duration.between(time, now)))
                .orElseGet(
                    () -> Message.of("update-point.never-synced", "server", point.server())));
      }
    }
  }

  private void releases() {
    for (ReleaseLine line : section.releases()) {
      if (seen.current(line).isEmpty()) {
        add(
            SoftwareUpdateCode.RELEASE_NOT_DEPLOYED,
            Message.of("update-point.no-release", "family", ReleaseWords.shown(line)));
      }
    }
  }

  private void ring(RingCoverage ring) {
    String name = ring.ring().name();
    if (ring.collections().size() != 1) {
      add(
          SoftwareUpdateCode.UPDATE_COLLECTION_NOT_SHOWN,
          Message.of(
              "update-point.collection",
              "count",
              ring.collections().size(),
              "collection",
              ring.ring().collection(),
              "ring",
              name));
      return;
    }
    ring.rule()
        .ifPresentOrElse(
            rule -> rule(ring, rule),
            () ->
                add(
                    SoftwareUpdateCode.RING_WITHOUT_RULE,
                    Message.of("update-point.no-rule", "ring", name)));
    deployed(ring);
  }

  private void rule(RingCoverage ring, DeploymentRule rule) {
    if (ring.isElsewhere()) {
      add(
          SoftwareUpdateCode.RULE_OF_OTHER_COLLECTION,
          Message.of(
              "update-point.rule-elsewhere",
              "rule",
              rule.name(),
              "ring",
              ring.ring().name(),
              "collection",
              ring.ring().collection()));
    } else if (!rule.isEnabled()) {
      add(
          SoftwareUpdateCode.RULE_DISABLED,
          Message.of(
              "update-point.rule-disabled", "rule", rule.name(), "ring", ring.ring().name()));
    } else if (rule.hasFailed()) {
      add(
          SoftwareUpdateCode.RULE_FAILED,
          Message.of(
              "update-point.rule-failed",
              "rule",
              rule.name(),
              "ring",
              ring.ring().name(),
              "error",
              rule.errorText()));
    } else if (rule.ran().isEmpty()) {
      add(
          SoftwareUpdateCode.RULE_NOT_RUN,
          Message.of("update-point.rule-not-run", "rule", rule.name(), "ring", ring.ring().name()));
    }
  }

  private void deployed(RingCoverage ring) {
    String name = ring.ring().name();
    for (RingCoverage.Deployed each : ring.expired()) {
      add(
          SoftwareUpdateCode.RELEASE_NOT_WANTED,
          Message.of(
              "update-point.deploys-expired",
              "ring",
              name,
              "deployment",
              each.by().name(),
              "family",
              ReleaseWords.shown(each.release().line()),
              "version",
              each.release().version()));
    }
    for (HeldVersion held : section.held()) {
      ring.holding(held.version())
          .ifPresent(each ->
              add(
                  SoftwareUpdateCode.RELEASE_NOT_WANTED,
                  Message.of(
                      "update-point.deploys-held",
                      "ring",
                      name,
                      "deployment",
                      each.by().name(),
                      "family",
                      ReleaseWords.shown(each.release().line()),
                      "version",
                      each.release().version(),
                      "reason",
                      held.reason())));
    }
    if (!ring.unwantedChannels().isEmpty()) {
      add(
          SoftwareUpdateCode.RELEASE_NOT_WANTED,
          Message.of(
              "update-point.extra",
              "ring",
              name,
              "families",
              ReleaseWords.shown(ring.unwantedChannels())));
    }
    for (ReleaseLine line : section.releases()) {
      overdue(ring, line);
      ring.notEnabled(line)
          .forEach(newest ->
              add(
                  SoftwareUpdateCode.RELEASE_NOT_ENABLED,
                  Message.of(
                      "update-point.not-enabled",
                      "deployment",
                      newest.by().name(),
                      "family",
                      ReleaseWords.shown(line),
                      "version",
                      newest.release().version(),
                      "ring",
                      name)));
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
                Message.of(
                    "update-point.overdue",
                    "family",
                    ReleaseWords.shown(line),
                    "version",
                    current.version(),
                    "ring",
                    ring.ring().name(),
                    "days",
                    ring.ring().deadlineDays())));
  }

  private void withoutAgent(RingCoverage ring, RingCompliance servers) {
    List<String> names = servers.requireNone();
    List<String> shown = names.stream().limit(MOST_NAMES).toList();
    int more = names.size() - MOST_NAMES;
    add(
        SoftwareUpdateCode.RING_SERVERS_WITHOUT_AGENT,
        Message.of(
            "update-point.no-agent",
            "count",
            names.size(),
            "total",
            servers.servers(),
            "ring",
            ring.ring().name(),
            "servers",
            more > 0 ? Text.of("update-point.more", "servers", shown, "count", more) : shown));
  }

  private void add(SoftwareUpdateCode code, Message message) {
    findings.add(Diagnostic.warning(code, message));
  }
}
