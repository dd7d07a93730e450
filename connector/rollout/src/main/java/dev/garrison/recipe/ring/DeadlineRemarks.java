package dev.garrison.recipe.ring;

import dev.garrison.engine.plan.Remark;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.value.RelativeDeadline;
import dev.garrison.survey.ring.DeploymentFact;
import dev.garrison.survey.ring.RingFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Remarks on rings whose deployments are due at another time than the manifest says.
 *
 * <p>A deadline counts when a deployment is created. Garrison never moves it afterwards: servers
 * may have been told, and some may have installed.
 */
public final class DeadlineRemarks {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Manifest manifest;
  private final RingFacts facts;
  private final Instant asOf;
  private final ZoneId zone;

  /**
   * @param asOf the time of the plan; a deadline that is past concerns nobody any more
   * @param zone the time zone for the time of day of an opening
   */
  public DeadlineRemarks(Manifest manifest, RingFacts facts, Instant asOf, ZoneId zone) {
    this.manifest = manifest;
    this.facts = facts;
    this.asOf = asOf;
    this.zone = zone;
  }

  /** One remark for each ring and time. */
  public List<String> remarks() {
    return manifest.rings().stream()
        .flatMap(ring -> otherTimes(ring).map(due -> remark(ring, due)))
        .toList();
  }

  private Stream<LocalDateTime> otherTimes(Ring ring) {
    return manifest.operatingSystems().stream()
        .map(system -> manifest.naming().deploymentFor(manifest.name(), system, ring.name()))
        .flatMap(name -> facts.deployment(name).stream())
        .flatMap(made -> made.start().stream().flatMap(start -> otherTime(ring, made, start)))
        .distinct();
  }

  private Stream<LocalDateTime> otherTime(Ring ring, DeploymentFact made, LocalDateTime start) {
    Instant opening = start.atZone(ring.localTime() ? zone : ZoneOffset.UTC).toInstant();
    LocalDateTime wanted = new RingSchedule(ring, opening, zone).schedule().deadline();
    return made.deadline().stream()
        .filter(due ->
            isAhead(ring, due) && Duration.between(due, wanted).abs().compareTo(spread(ring)) > 0);
  }

  /**
   * Longest difference that does not come of an edited manifest.
   *
   * <p>Which day it was at the opening of a ring in UTC, and its time of day, depended on the zone
   * of the computer that opened it; hours count through the change to daylight saving time.
   */
  private static Duration spread(Ring ring) {
    return switch (ring.deadline()) {
      case RelativeDeadline.OnDay _ -> ring.localTime() ? Duration.ZERO : Duration.ofHours(26);
      case RelativeDeadline.AfterHours _ -> Duration.ofHours(1);
    };
  }

  private boolean isAhead(Ring ring, LocalDateTime due) {
    ZoneOffset last = ring.localTime() ? RingSchedule.LAST_ZONE : ZoneOffset.UTC;
    return due.toInstant(last).isAfter(asOf);
  }

  private static String remark(Ring ring, LocalDateTime due) {
    return Remark.action(
        Text.of(
                "plan-remark.deadline-stays",
                "ring",
                ring.name(),
                "due",
                TIME.format(due),
                "zone",
                ring.localTime() ? "local" : "utc",
                "deadline",
                ring.deadline())
            .toString());
  }
}
