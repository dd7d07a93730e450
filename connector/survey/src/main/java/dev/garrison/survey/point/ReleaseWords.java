package dev.garrison.survey.point;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteDeployment;
import dev.garrison.mecm.softwareupdate.SiteUpdates;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Texts for a ring's automatic deployment rule and releases.
 *
 * @param zone in which times are shown
 */
public record ReleaseWords(SiteUpdates seen, ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** Family with its channel, where it has one. */
  public static String shown(ReleaseLine line) {
    return line.channel().name().isEmpty() ? line.family().toString() : line.toString();
  }

  /** Several families with their channels. */
  public static String shown(List<ReleaseLine> lines) {
    return lines.stream().map(ReleaseWords::shown).collect(Collectors.joining("; "));
  }

  /** Deployment with one of its releases. */
  public static String held(RingCoverage.Deployed each) {
    return "deployment '%s' holds %s %s"
        .formatted(each.by().name(), shown(each.release().line()), each.release().version());
  }

  /** Rule of a ring. */
  public static String rule(RingCoverage ring) {
    return ring.rule().map(rule -> "rule '%s'".formatted(rule.name())).orElse("no rule");
  }

  /** Release that a ring has of one family and channel. */
  public String release(RingCoverage ring, ReleaseLine line) {
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
    String due =
        newest
            .get()
            .by()
            .deadline()
            .map(time -> " due " + due(newest.get().by(), time))
            .orElse(" without a deadline");
    return version
        + due
        + ring.notEnabled(line).stream()
            .findFirst()
            .map(each -> ", %s deployed and NOT enabled".formatted(each.release().version()))
            .orElse(older);
  }

  private String due(SiteDeployment by, Instant deadline) {
    return by.isLocal()
        ? TIME.format(deadline.atZone(ZoneOffset.UTC)) + " local time"
        : time(deadline);
  }

  /** Time, to the minute. */
  public String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
