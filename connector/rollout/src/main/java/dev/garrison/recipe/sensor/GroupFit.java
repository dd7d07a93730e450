package dev.garrison.recipe.sensor;

import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.problem.WsusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks that the computer groups in the manifest are fit for rings on the update servers. */
final class GroupFit {
  private static final String PLACE = "wsus.sensorUpdate.rings";

  private final ManifestResult read;
  private final SensorUpdateSection section;

  GroupFit(ManifestResult read, SensorUpdateSection section) {
    this.read = read;
    this.section = section;
  }

  /** Problems with groups; a missing group is none, because the server's own remark reports it. */
  List<Diagnostic> problems(List<UpdateServerFacts> survey) {
    List<Diagnostic> problems = new ArrayList<>();
    for (UpdateServerFacts facts : survey) {
      if (facts instanceof UpdateServerFacts.Known known && known.takesApprovals()) {
        problems(known, problems);
      }
    }
    return problems;
  }

  private void problems(UpdateServerFacts.Known known, List<Diagnostic> problems) {
    RingGroups groups = new RingGroups(section, known.server(), known.stock());
    groups
        .twice()
        .ifPresent(group ->
            problems.add(
                Diagnostic.error(
                    WsusCode.GROUP_IN_TWO_RINGS,
                    read.where(PLACE),
                    Message.of(
                        "sensor-group.twice",
                        "group",
                        group.name(),
                        "server",
                        known.server().name()))));
    for (int ring = 0; ring < section.rings().size(); ring++) {
      if (!section.allowAllComputers()
          && groups.of(ring).stream()
              .anyMatch(group -> group.id().equals(TargetGroup.ALL_COMPUTERS))) {
        problems.add(
            Diagnostic.error(
                WsusCode.GROUP_IS_EVERYBODY,
                read.where("%s[%d].groups".formatted(PLACE, ring)),
                Message.of(
                    "sensor-group.all-computers",
                    "ring",
                    section.rings().get(ring).ring(),
                    "server",
                    known.server().name())));
      }
    }
    below(known, groups, problems);
  }

  /**
   * Checks for groups inside a group of an earlier ring. An approval for a group also applies to
   * the groups inside it, regardless of their ring.
   */
  private void below(UpdateServerFacts.Known known, RingGroups groups, List<Diagnostic> problems) {
    for (int ring = 1; ring < section.rings().size(); ring++) {
      for (TargetGroup group : groups.of(ring)) {
        Optional<Integer> above = group.parent().flatMap(groups::ringOf).filter(earlier(ring));
        if (above.isPresent()) {
          problems.add(
              Diagnostic.error(
                  WsusCode.GROUP_BELOW_EARLIER_RING,
                  read.where("%s[%d].groups".formatted(PLACE, ring)),
                  Message.of(
                      "sensor-group.below",
                      "server",
                      known.server().name(),
                      "group",
                      group.name(),
                      "ring",
                      section.rings().get(ring).ring(),
                      "earlier",
                      section.rings().get(above.get()).ring())));
        }
      }
    }
  }

  private static Predicate<Integer> earlier(int ring) {
    return other -> other < ring;
  }
}
