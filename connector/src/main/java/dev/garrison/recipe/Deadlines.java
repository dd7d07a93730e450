package dev.garrison.recipe;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.survey.Survey;
import java.time.LocalDate;
import java.util.List;

/** Blackout days forbid deadlines inside them: Configuration Manager acts without us (F23). */
final class Deadlines {
  private final ManifestResult read;
  private final Survey survey;
  private final RingSchedule schedule;

  Deadlines(ManifestResult read, Survey survey, RingSchedule schedule) {
    this.read = read;
    this.survey = survey;
    this.schedule = schedule;
  }

  List<Diagnostic> problems() {
    Manifest manifest = read.manifest();
    boolean allExist =
        manifest.operatingSystems().stream()
            .map(system ->
                manifest.naming().deploymentFor(manifest.name(), system, schedule.ring().name()))
            .allMatch(survey.deployments()::contains);
    LocalDate day = schedule.schedule().deadline().toLocalDate();
    // Once made, a deployment's deadline is read from it and never moved by us.
    if (allExist || !manifest.blackedOut(day)) {
      return List.of();
    }
    return List.of(
        Diagnostic.error(
            RecipeCode.DEADLINE_IN_BLACKOUT,
            read.where("blackout"),
            "Ring '%s' opened now would be due on %s, a blackout day."
                .formatted(schedule.ring().name(), day),
            "Open it later, or choose another 'deadline'."));
  }
}
