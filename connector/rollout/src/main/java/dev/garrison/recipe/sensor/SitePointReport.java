package dev.garrison.recipe.sensor;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.manifest.wsus.HeldVersion;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.mecm.softwareupdate.PointState;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteRelease;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import dev.garrison.survey.point.ReleaseWords;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Remarks on each ring's release of the sensor's update, and on the rule that brings it. */
final class SitePointReport {
  private final SensorUpdateSection section;
  private final SiteUpdates seen;
  private final List<RingCoverage> rings;
  private final ReleaseWords words;
  private final List<String> remarks = new ArrayList<>();

  SitePointReport(
      SensorUpdateSection section, SiteUpdates seen, List<RingCoverage> rings, ZoneId zone) {
    this.section = section;
    this.seen = seen;
    this.rings = rings;
    this.words = new ReleaseWords(seen, zone);
  }

  List<String> remarks() {
    points();
    section.releases().forEach(this::line);
    rings.forEach(this::ring);
    if (!seen.unread().isEmpty()) {
      remarks.add(
          "%d titles of KB5005292 on the site do not tell family and version, such as '%s'"
              .formatted(seen.unread().size(), seen.unread().getFirst()));
    }
    return remarks;
  }

  private void points() {
    if (seen.points().isEmpty()) {
      remarks.add("the site does not show how its software update point synchronises");
    }
    for (PointState point : seen.points()) {
      if (point.hasFailed()) {
        remarks.add(
            "the last synchronisation of the software update point %s failed (%s); %s"
                .formatted(
                    point.server(),
                    point.errorText(),
                    point
                        .succeeded()
                        .map(time -> "the last that ended well did so at " + words.time(time))
                        .orElse("none has ended well yet")));
      }
    }
  }

  /** Adds remarks on the current release and its status on the site's devices. */
  private void line(ReleaseLine line) {
    Optional<SiteRelease> current = seen.current(line);
    if (current.isEmpty()) {
      remarks.add(
          "%s: the site has no release that is in force".formatted(ReleaseWords.shown(line)));
      return;
    }
    SiteRelease release = current.get();
    remarks.add(
        "%s: %s is current on the site; of all its devices %s"
            .formatted(ReleaseWords.shown(line), release.version(), release.counts().words()));
    boolean isInRing =
        rings.stream()
            .flatMap(ring -> ring.deployed().stream())
            .anyMatch(each -> each.release().equals(release));
    if (release.deployed()
        && !isInRing
        && rings.stream().allMatch(ring -> ring.collections().size() == 1)) {
      remarks.add(
          "%s: %s is deployed to a collection of no ring: its servers do not wait for rings"
              .formatted(ReleaseWords.shown(line), release.version()));
    }
  }

  private void ring(RingCoverage ring) {
    if (ring.collections().size() != 1) {
      return;
    }
    String name = "ring " + ring.ring().name();
    remarks.add("%s: %s; %s".formatted(name, by(ring), releases(ring)));
    for (RingCoverage.Deployed each : ring.expired()) {
      remarks.add("%s: %s, which is expired".formatted(name, ReleaseWords.held(each)));
    }
    for (HeldVersion held : section.held()) {
      ring.holding(held.version())
          .ifPresent(each ->
              remarks.add(
                  "%s: %s, which the manifest holds back (%s): disable that deployment in the console"
                      .formatted(name, ReleaseWords.held(each), held.reason())));
    }
    others(name, ring);
    if (!ring.perhaps().isEmpty()) {
      remarks.add(
          "%s: the rules '%s' deploy to its collection too; whether they take the sensor's update cannot be read"
              .formatted(name, String.join("', '", ring.perhaps())));
    }
  }

  private void others(String name, RingCoverage ring) {
    List<ReleaseLine> channels = ring.unwantedChannels();
    if (!channels.isEmpty()) {
      remarks.add(
          "%s: its servers get %s too, which the manifest does not name"
              .formatted(name, ReleaseWords.shown(channels)));
    }
    List<String> systems =
        ring.unwanted().stream()
            .filter(line -> !channels.contains(line))
            .map(line -> line.family().toString())
            .distinct()
            .toList();
    if (!systems.isEmpty()) {
      remarks.add(
          "%s: releases for other systems are deployed to it too: %s"
              .formatted(name, String.join(", ", systems)));
    }
  }

  private static String by(RingCoverage ring) {
    String rule = ReleaseWords.rule(ring);
    return ring.rule().isEmpty() || ring.isProven()
        ? rule
        : rule
            + ", of which nothing that is wanted, enabled and in force is deployed to it, so what it takes cannot be told";
  }

  private String releases(RingCoverage ring) {
    return section.releases().stream()
        .map(line -> ReleaseWords.shown(line) + ": " + words.release(ring, line))
        .collect(Collectors.joining("; "));
  }
}
