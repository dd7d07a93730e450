package dev.garrison.recipe.sensor;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.language.Text;
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
          Text.of(
                  "sensor-remark.unread-titles",
                  "count",
                  seen.unread().size(),
                  "title",
                  seen.unread().getFirst())
              .toString());
    }
    return remarks;
  }

  private void points() {
    if (seen.points().isEmpty()) {
      remarks.add(Text.of("sensor-remark.point-unseen").toString());
    }
    for (PointState point : seen.points()) {
      if (point.hasFailed()) {
        remarks.add(
            Text.of(
                    point.succeeded().isPresent()
                        ? "sensor-remark.point-failed-since"
                        : "sensor-remark.point-failed",
                    "server",
                    point.server(),
                    "error",
                    point.errorText(),
                    "time",
                    point.succeeded().map(words::time).orElse(""))
                .toString());
      }
    }
  }

  /** Adds remarks on the current release and its status on the site's devices. */
  private void line(ReleaseLine line) {
    Optional<SiteRelease> current = seen.current(line);
    if (current.isEmpty()) {
      remarks.add(Text.of("sensor-remark.no-release", "line", ReleaseWords.shown(line)).toString());
      return;
    }
    SiteRelease release = current.get();
    remarks.add(
        Text.of(
                "sensor-remark.current",
                "line",
                ReleaseWords.shown(line),
                "version",
                release.version(),
                "counts",
                release.counts().words())
            .toString());
    boolean isInRing =
        rings.stream()
            .flatMap(ring -> ring.deployed().stream())
            .anyMatch(each -> each.release().equals(release));
    if (release.deployed()
        && !isInRing
        && rings.stream().allMatch(ring -> ring.collections().size() == 1)) {
      remarks.add(
          Text.of(
                  "sensor-remark.outside-rings",
                  "line",
                  ReleaseWords.shown(line),
                  "version",
                  release.version())
              .toString());
    }
  }

  private void ring(RingCoverage ring) {
    if (ring.collections().size() != 1) {
      return;
    }
    String name = ring.ring().name();
    remarks.add(
        Text.of("sensor-remark.ring", "ring", name, "rule", by(ring), "releases", releases(ring))
            .toString());
    for (RingCoverage.Deployed each : ring.expired()) {
      remarks.add(
          Text.of("sensor-remark.expired", "ring", name, "deployed", ReleaseWords.held(each))
              .toString());
    }
    for (HeldVersion held : section.held()) {
      ring.holding(held.version())
          .ifPresent(each ->
              remarks.add(
                  Text.of(
                          "sensor-remark.held",
                          "ring",
                          name,
                          "deployed",
                          ReleaseWords.held(each),
                          "reason",
                          held.reason())
                      .toString()));
    }
    others(name, ring);
    if (!ring.perhaps().isEmpty()) {
      remarks.add(
          Text.of(
                  "sensor-remark.rules-too",
                  "ring",
                  name,
                  "rules",
                  String.join("\", \"", ring.perhaps()))
              .toString());
    }
  }

  private void others(String name, RingCoverage ring) {
    List<ReleaseLine> channels = ring.unwantedChannels();
    if (!channels.isEmpty()) {
      remarks.add(
          Text.of("sensor-remark.extra-lines", "ring", name, "lines", ReleaseWords.shown(channels))
              .toString());
    }
    List<String> systems =
        ring.unwanted().stream()
            .filter(line -> !channels.contains(line))
            .map(line -> line.family().toString())
            .distinct()
            .toList();
    if (!systems.isEmpty()) {
      remarks.add(
          Text.of("sensor-remark.extra-systems", "ring", name, "systems", systems).toString());
    }
  }

  private static Text by(RingCoverage ring) {
    Text rule = ReleaseWords.rule(ring);
    return ring.rule().isEmpty() || ring.isProven()
        ? rule
        : Text.of("sensor-remark.rule-unproven", "rule", rule);
  }

  private String releases(RingCoverage ring) {
    return section.releases().stream()
        .map(line -> ReleaseWords.shown(line) + ": " + words.release(ring, line))
        .collect(Collectors.joining("; "));
  }
}
