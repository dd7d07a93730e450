package dev.garrison.recipe.offboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.mecm.deployment.ApplicationDeployment.Schedule;
import dev.garrison.payload.Packages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Start and deadline of offboarding deployments that are created now. Both are in UTC, one moment
 * for all servers, because a package expires at one moment too.
 */
final class OffboardTimes {
  private static final Duration NOTICE = Duration.ofHours(24);

  private final ManifestResult read;
  private final Packages packages;
  private final Instant asOf;
  private final ZoneId zone;

  /**
   * @param zone the time zone for a deadline's time of day, and for blackout days
   */
  OffboardTimes(ManifestResult read, Packages packages, Instant asOf, ZoneId zone) {
    this.read = read;
    this.packages = packages;
    this.asOf = asOf;
    this.zone = zone;
  }

  Schedule schedule(OffboardSection entry) {
    return new Schedule(
        LocalDateTime.ofInstant(asOf.truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC),
        LocalDateTime.ofInstant(due(entry), ZoneOffset.UTC),
        false);
  }

  private Instant due(OffboardSection entry) {
    return entry.deadline().from(asOf.truncatedTo(ChronoUnit.MINUTES), zone);
  }

  /**
   * Latest time to create the deployment: a day before the deadline as notice (F11). With {@code
   * shortDeadline} it is the deadline itself.
   */
  Instant validUntil(OffboardSection entry) {
    return entry.shortDeadline() ? due(entry) : due(entry).minus(NOTICE);
  }

  boolean blackedOut() {
    return manifest().blackedOut(LocalDate.ofInstant(asOf, zone));
  }

  private Manifest manifest() {
    return read.manifest();
  }

  /**
   * Problems with the times of a deployment that does not exist yet. Once it exists, its times are
   * read from it.
   */
  List<Diagnostic> problems(OffboardSection entry) {
    List<Diagnostic> problems = new ArrayList<>();
    String path = "offboard[" + manifest().offboard().indexOf(entry) + "]";
    Optional<Instant> ends =
        Optional.ofNullable(packages.offboarding().get(entry.name()))
            .map(Packages.Offboarding::ends);
    if (ends.filter(due(entry)::isAfter).isPresent()) {
      problems.add(
          Diagnostic.error(
              OffboardCode.OFFBOARD_PACKAGE_ENDS_EARLY,
              read.where(path + ".package"),
              Message.of(
                  "offboard-entry.package-ends",
                  "entry",
                  entry.name(),
                  "ends",
                  shown(ends.get()),
                  "due",
                  shown(due(entry)))));
    }
    LocalDate day = LocalDate.ofInstant(due(entry), zone);
    if (manifest().blackedOut(day)) {
      problems.add(
          Diagnostic.error(
              OffboardCode.OFFBOARD_DEADLINE_IN_BLACKOUT,
              read.where(path + ".deadline"),
              Message.of("offboard-entry.blackout", "entry", entry.name(), "day", day)));
    }
    return problems;
  }

  static String shown(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.MINUTES)
        .toString()
        .replaceFirst("T", " ")
        .replaceFirst(":00Z$", " UTC");
  }
}
