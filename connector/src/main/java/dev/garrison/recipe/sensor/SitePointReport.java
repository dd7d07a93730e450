package dev.garrison.recipe.sensor;

import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.mecm.softwareupdate.PointState;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteRelease;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** By what each ring gets the sensor's update from the site, and which release it has, in words. */
final class SitePointReport {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final SensorUpdateSection section;
  private final SiteUpdates seen;
  private final List<RingCoverage> rings;
  private final ZoneId zone;
  private final List<String> remarks = new ArrayList<>();

  SitePointReport(
      SensorUpdateSection section, SiteUpdates seen, List<RingCoverage> rings, ZoneId zone) {
    this.section = section;
    this.seen = seen;
    this.rings = rings;
    this.zone = zone;
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
                        .map(time -> "the last that ended well did so at " + time(time))
                        .orElse("none has ended well yet")));
      }
    }
  }

  /** What is current, and how the site's devices are with it. */
  private void line(ReleaseLine line) {
    Optional<SiteRelease> current = seen.current(line);
    if (current.isEmpty()) {
      remarks.add("%s: the site has no release that is in force".formatted(shown(line)));
      return;
    }
    SiteRelease release = current.get();
    remarks.add(
        "%s: %s is current on the site; of all its devices %s"
            .formatted(shown(line), release.version(), release.counts().words()));
    boolean isInRing =
        rings.stream()
            .flatMap(ring -> ring.deployed().stream())
            .anyMatch(each -> each.release().equals(release));
    if (release.deployed() && !isInRing) {
      remarks.add(
          "%s: %s is deployed to a collection of no ring: its servers do not wait for rings"
              .formatted(shown(line), release.version()));
    }
  }

  private void ring(RingCoverage ring) {
    if (ring.collections().size() != 1) {
      return;
    }
    String name = "ring " + ring.ring().name();
    remarks.add("%s: %s; %s".formatted(name, by(ring), releases(ring)));
    for (RingCoverage.Deployed each : ring.deployed()) {
      if (each.release().expired()) {
        remarks.add(
            "%s: deployment '%s' holds %s %s, which is expired"
                .formatted(
                    name,
                    each.by().name(),
                    shown(each.release().line()),
                    each.release().version()));
      }
    }
    others(name, ring.unnamed(section.releases()));
    if (!ring.perhaps().isEmpty()) {
      remarks.add(
          "%s: the rules '%s' deploy to its collection too; whether they take the sensor's update cannot be read"
              .formatted(name, String.join("', '", ring.perhaps())));
    }
  }

  /** Channels of the manifest's own families count most: the same servers would take them. */
  private void others(String name, Set<ReleaseLine> unnamed) {
    Set<Family> families =
        section.releases().stream().map(ReleaseLine::family).collect(Collectors.toSet());
    List<String> channels =
        unnamed.stream()
            .filter(line -> families.contains(line.family()))
            .map(SitePointReport::shown)
            .toList();
    if (!channels.isEmpty()) {
      remarks.add(
          "%s: its servers get %s too, which the manifest does not name"
              .formatted(name, String.join("; ", channels)));
    }
    List<String> systems =
        unnamed.stream()
            .map(ReleaseLine::family)
            .filter(family -> !families.contains(family))
            .map(Family::toString)
            .distinct()
            .toList();
    if (!systems.isEmpty()) {
      remarks.add(
          "%s: releases for other systems are deployed to it too: %s"
              .formatted(name, String.join(", ", systems)));
    }
  }

  private static String shown(ReleaseLine line) {
    return line.channel().name().isEmpty() ? line.family().toString() : line.toString();
  }

  private static String by(RingCoverage ring) {
    return ring.rule()
        .map(rule ->
            ring.isProven()
                ? "rule '%s'".formatted(rule.name())
                : "rule '%s', which has deployed nothing of the sensor to it yet, so what it takes cannot be told"
                    .formatted(rule.name()))
        .orElse("no rule");
  }

  private String releases(RingCoverage ring) {
    return section.releases().stream()
        .map(line -> shown(line) + ": " + release(ring, line))
        .collect(Collectors.joining("; "));
  }

  private String release(RingCoverage ring, ReleaseLine line) {
    Optional<RingCoverage.Deployed> newest = ring.newest(line);
    if (newest.isEmpty()) {
      return "nothing deployed";
    }
    String version = newest.get().release().version().toString();
    String older =
        seen.current(line)
            .filter(current -> !current.version().equals(newest.get().release().version()))
            .map(current -> ", not yet " + current.version())
            .orElse("");
    if (!newest.get().by().isEnabled()) {
      return version + " deployed and NOT enabled" + older;
    }
    return version
        + newest
            .get()
            .by()
            .deadline()
            .map(time -> " due " + time(time))
            .orElse(" without a deadline")
        + older;
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
