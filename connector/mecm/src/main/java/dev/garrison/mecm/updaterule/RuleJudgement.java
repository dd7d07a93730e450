package dev.garrison.mecm.updaterule;

import dev.garrison.catalog.sensor.ReleaseLine;
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
    String named = "rule '%s'".formatted(rule.name());
    String collection = "'%s'".formatted(ring.ring().collection());
    if (ring.isElsewhere()) {
      return new RuleJudgement(
          Standing.OF_OTHER_COLLECTION,
          "%s deploys to another collection than %s".formatted(named, collection));
    }
    if (!rule.isEnabled()) {
      return new RuleJudgement(Standing.DISABLED, named + " is disabled");
    }
    if (rule.hasFailed()) {
      return new RuleJudgement(Standing.FAILED, "the last run of %s failed".formatted(named));
    }
    if (rule.ran().isEmpty()) {
      return new RuleJudgement(
          Standing.NOT_RUN, named + " has not run yet, so what it takes cannot be told");
    }
    return deployed(ring, collection)
        .or(() -> lacking(ring, seen, named, collection))
        .orElseGet(
            () -> new RuleJudgement(Standing.RUNS, "%s serves %s".formatted(named, collection)));
  }

  /** Deployments that must not exist, or not in this state. */
  private static Optional<RuleJudgement> deployed(RingCoverage ring, String collection) {
    if (!ring.unwantedChannels().isEmpty()) {
      return judged(
          Standing.NOT_WANTED,
          "%s gets %s, which the manifest does not name"
              .formatted(collection, lines(ring.unwantedChannels())));
    }
    if (!ring.held().isEmpty()) {
      return judged(
          Standing.HELD,
          ring.held().stream()
              .map(each ->
                  "deployment '%s' brings %s, which the manifest holds back"
                      .formatted(each.by().name(), each.release().version()))
              .collect(Collectors.joining("; ")));
    }
    List<RingCoverage.Deployed> waiting =
        ring.ring().releases().stream().flatMap(line -> ring.notEnabled(line).stream()).toList();
    return waiting.isEmpty()
        ? Optional.empty()
        : judged(
            Standing.NOT_ENABLED,
            waiting.stream()
                .map(each ->
                    "deployment '%s' of %s is not enabled"
                        .formatted(each.by().name(), each.release().version()))
                .collect(Collectors.joining("; ")));
  }

  /** Deployments that are missing. */
  private static Optional<RuleJudgement> lacking(
      RingCoverage ring, SiteUpdates seen, String named, String collection) {
    List<ReleaseLine> missing = ring.missing(seen);
    if (!missing.isEmpty()) {
      return judged(
          Standing.NOTHING_DEPLOYED,
          "%s ran, and nothing of %s is deployed to %s and enabled"
              .formatted(named, lines(missing), collection));
    }
    List<ReleaseLine> none =
        ring.behind(seen).stream().filter(line -> seen.current(line).isEmpty()).toList();
    if (!none.isEmpty()) {
      return judged(
          Standing.BEHIND, "the site has no release of %s that is in force".formatted(lines(none)));
    }
    if (!ring.behind(seen).isEmpty()) {
      return judged(
          Standing.BEHIND,
          "%s has not deployed what is current yet: %s"
              .formatted(
                  named,
                  ring.behind(seen).stream()
                      .flatMap(line -> seen.current(line).stream())
                      .map(release -> release.line() + " " + release.version())
                      .collect(Collectors.joining("; "))));
    }
    return ring.isProven()
        ? Optional.empty()
        : judged(
            Standing.NOTHING_DEPLOYED,
            "nothing that %s deployed to %s is enabled and in force".formatted(named, collection));
  }

  private static Optional<RuleJudgement> judged(Standing standing, String why) {
    return Optional.of(new RuleJudgement(standing, why));
  }

  private static String lines(List<ReleaseLine> lines) {
    return lines.stream().map(ReleaseLine::toString).collect(Collectors.joining("; "));
  }
}
