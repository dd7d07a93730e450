package dev.garrison.survey.point;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.language.Text;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteDeployment;
import dev.garrison.mecm.softwareupdate.SiteRelease;
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

  /** Family with its channel, also where it has none. */
  public static Text named(ReleaseLine line) {
    String channel = line.channel().name();
    return Text.of(
        "release.line",
        "family",
        line.family(),
        "channel",
        channel.isEmpty() ? Text.of("release.no-channel") : channel);
  }

  /** Several families with their channels. */
  public static String shown(List<ReleaseLine> lines) {
    return lines.stream().map(ReleaseWords::shown).collect(Collectors.joining("; "));
  }

  /** Deployment with one of its releases. */
  public static Text held(RingCoverage.Deployed each) {
    return Text.of(
        "release.held",
        "deployment",
        each.by().name(),
        "line",
        shown(each.release().line()),
        "version",
        each.release().version());
  }

  /** Rule of a ring. */
  public static Text rule(RingCoverage ring) {
    return ring.rule()
        .map(rule -> Text.of("release.rule", "rule", rule.name()))
        .orElseGet(() -> Text.of("release.no-rule"));
  }

  /** Release that a ring has of one family and channel. */
  public Text release(RingCoverage ring, ReleaseLine line) {
    Optional<RingCoverage.Deployed> newest = ring.newest(line);
    if (newest.isEmpty()) {
      return Text.of("release.none");
    }
    SiteDeployment by = newest.get().by();
    SensorVersion version = newest.get().release().version();
    Optional<RingCoverage.Deployed> disabled =
        by.isEnabled() ? ring.notEnabled(line).stream().findFirst() : Optional.empty();
    Text release =
        by.isEnabled() ? enabled(by, version) : Text.of("release.disabled", "version", version);
    return disabled
        .map(each ->
            Text.of(
                "release.and-disabled", "release", release, "version", each.release().version()))
        .or(() ->
            seen.current(line)
                .map(SiteRelease::version)
                .filter(current -> !current.equals(version))
                .map(current -> Text.of("release.not-yet", "release", release, "current", current)))
        .orElse(release);
  }

  private Text enabled(SiteDeployment by, SensorVersion version) {
    return by.deadline()
        .map(time -> Text.of("release.due", "version", version, "due", due(by, time)))
        .orElseGet(() -> Text.of("release.no-deadline", "version", version));
  }

  private Text due(SiteDeployment by, Instant deadline) {
    return by.isLocal()
        ? Text.of("release.local", "time", TIME.format(deadline.atZone(ZoneOffset.UTC)))
        : Text.verbatim(time(deadline));
  }

  /** Time, to the minute. */
  public String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
