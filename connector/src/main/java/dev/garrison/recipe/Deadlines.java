package dev.garrison.recipe;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.survey.Survey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Blackout days forbid deadlines inside them: Configuration Manager acts without us (F23). */
final class Deadlines {
  private static final Duration NOTICE = Duration.ofHours(24);
  private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

  private final ManifestResult read;
  private final Survey survey;
  private final RingSchedule schedule;

  Deadlines(ManifestResult read, Survey survey, RingSchedule schedule) {
    this.read = read;
    this.survey = survey;
    this.schedule = schedule;
  }

  /**
   * Until when deployments with these deadlines may still be made: a day before the deadline, so
   * that nobody is surprised by an installation (F11); with {@code shortDeadline} until the
   * deadline itself.
   */
  Optional<Instant> validUntil() {
    if (allExist()) {
      return Optional.empty();
    }
    Instant due = earliestDue();
    return Optional.of(schedule.ring().shortDeadline() ? due : due.minus(NOTICE));
  }

  /** A time by the clients' own clocks comes first where the day begins first. */
  private Instant earliestDue() {
    return schedule.schedule().clientLocalTime()
        ? schedule.schedule().deadline().toInstant(FIRST_ZONE)
        : schedule.schedule().deadline().toInstant(ZoneOffset.UTC);
  }

  private boolean allExist() {
    Manifest manifest = read.manifest();
    return manifest.operatingSystems().stream()
        .map(system ->
            manifest.naming().deploymentFor(manifest.name(), system, schedule.ring().name()))
        .allMatch(survey.deployments()::contains);
  }

  List<Diagnostic> problems() {
    // Once made, a deployment's deadline is read from it and never moved by us.
    if (allExist()) {
      return List.of();
    }
    List<Diagnostic> problems = new ArrayList<>();
    LocalDate opening = schedule.schedule().start().toLocalDate();
    LocalDate day = schedule.schedule().deadline().toLocalDate();
    if (read.manifest().blackedOut(opening)) {
      problems.add(problem("would open on " + opening));
    }
    if (read.manifest().blackedOut(day)) {
      problems.add(problem("opened now would be due on " + day));
    }
    return problems;
  }

  private Diagnostic problem(String what) {
    return Diagnostic.error(
        RecipeCode.DEADLINE_IN_BLACKOUT,
        read.where("blackout"),
        "Ring '%s' %s, a blackout day.".formatted(schedule.ring().name(), what),
        "Open it on another day, or choose another 'deadline'.");
  }
}
