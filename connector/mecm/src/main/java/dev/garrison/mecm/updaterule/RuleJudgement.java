package dev.garrison.mecm.updaterule;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.language.Text;
import dev.garrison.mecm.softwareupdate.DeploymentRule;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import dev.garrison.mecm.updaterule.UpdateRule.Standing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Status of a ring's automatic deployment rule, with the reason. The rule counts as running only if
 * its deployments prove it: they are enabled and current, and contain exactly what the manifest
 * names.
 *
 * @param why in words
 */
record RuleJudgement(Standing standing, String why) {
  static RuleJudgement of(RingCoverage ring, DeploymentRule rule, SiteUpdates seen) {
    String named = rule.name();
    String collection = ring.ring().collection();
    if (ring.isElsewhere()) {
      return new RuleJudgement(
          Standing.OF_OTHER_COLLECTION,
          Text.of("update-rule.other-collection", "rule", named, "collection", collection)
              .toString());
    }
    if (!rule.isEnabled()) {
      return new RuleJudgement(
          Standing.DISABLED, Text.of("update-rule.disabled", "rule", named).toString());
    }
    if (rule.hasFailed()) {
      return new RuleJudgement(
          Standing.FAILED, Text.of("update-rule.failed", "rule", named).toString());
    }
    if (rule.ran().isEmpty()) {
      return new RuleJudgement(
          Standing.NOT_RUN, Text.of("update-rule.not-run", "rule", named).toString());
    }
    return deployed(ring, collection)
        .or(() -> lacking(ring, seen, named, collection))
        .orElseGet(() ->
            new RuleJudgement(
                Standing.RUNS,
                Text.of("update-rule.serves", "rule", named, "collection", collection).toString()));
  }

  /** Deployments that must not exist, or not in this state. */
  private static Optional<RuleJudgement> deployed(RingCoverage ring, String collection) {
    if (!ring.unwantedChannels().isEmpty()) {
      return judged(
          Standing.NOT_WANTED,
          Text.of(
                  "update-rule.not-wanted",
                  "collection",
                  collection,
                  "releases",
                  lines(ring.unwantedChannels()))
              .toString());
    }
    if (!ring.held().isEmpty()) {
      return judged(
          Standing.HELD, Text.of("update-rule.held", "deployments", named(ring.held())).toString());
    }
    List<RingCoverage.Deployed> waiting =
        ring.ring().releases().stream().flatMap(line -> ring.notEnabled(line).stream()).toList();
    return waiting.isEmpty()
        ? Optional.empty()
        : judged(
            Standing.NOT_ENABLED,
            Text.of("update-rule.not-enabled", "deployments", named(waiting)).toString());
  }

  /** Deployments that are missing. */
  private static Optional<RuleJudgement> lacking(
      RingCoverage ring, SiteUpdates seen, String named, String collection) {
    List<ReleaseLine> missing = ring.missing(seen);
    if (!missing.isEmpty()) {
      return judged(
          Standing.NOTHING_DEPLOYED,
          Text.of(
                  "update-rule.nothing-enabled",
                  "rule",
                  named,
                  "releases",
                  lines(missing),
                  "collection",
                  collection)
              .toString());
    }
    List<ReleaseLine> none =
        ring.behind(seen).stream().filter(line -> seen.current(line).isEmpty()).toList();
    if (!none.isEmpty()) {
      return judged(
          Standing.BEHIND, Text.of("update-rule.no-release", "releases", lines(none)).toString());
    }
    if (!ring.behind(seen).isEmpty()) {
      return judged(
          Standing.BEHIND,
          Text.of(
                  "update-rule.behind",
                  "rule",
                  named,
                  "releases",
                  ring.behind(seen).stream()
                      .flatMap(line -> seen.current(line).stream())
                      .map(release -> release.line() + " " + release.version())
                      .collect(Collectors.joining("; ")))
              .toString());
    }
    return ring.isProven()
        ? Optional.empty()
        : judged(
            Standing.NOTHING_DEPLOYED,
            Text.of("update-rule.nothing-in-force", "rule", named, "collection", collection)
                .toString());
  }

  private static Optional<RuleJudgement> judged(Standing standing, String why) {
    return Optional.of(new RuleJudgement(standing, why));
  }

  private static List<String> named(List<RingCoverage.Deployed> deployments) {
    return deployments.stream()
        .map(each -> each.by().name() + " (" + each.release().version() + ")")
        .toList();
  }

  private static String lines(List<ReleaseLine> lines) {
    return lines.stream().map(ReleaseLine::toString).collect(Collectors.joining("; "));
  }
}
