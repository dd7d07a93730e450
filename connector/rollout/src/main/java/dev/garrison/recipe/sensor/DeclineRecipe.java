package dev.garrison.recipe.sensor;

import dev.garrison.catalog.declinepolicy.DeclineVerdict;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.decline.DeclineExaminer;
import dev.garrison.wsus.decline.SensorDecline;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Declines or reports superseded updates that are no longer needed (F33). */
final class DeclineRecipe {
  private final SensorUpdateSection section;

  DeclineRecipe(SensorUpdateSection section) {
    this.section = section;
  }

  /**
   * Wanted declines, if the manifest asks for them.
   *
   * @param below objections of other servers
   */
  List<Wanted<?>> wanted(UpdateServerFacts.Known known, DeclineBelow below) {
    List<Wanted<?>> wanted = new ArrayList<>();
    if (section.decline() == SensorUpdateSection.Decline.REPORT) {
      return wanted;
    }
    for (DeclineExaminer.Examined each : known.superseded()) {
      if (each.verdict() instanceof DeclineVerdict.MayDecline) {
        wanted.add(decline(known, each.sensor(), below));
      }
    }
    return wanted;
  }

  private static Wanted<SensorDecline> decline(
      UpdateServerFacts.Known known, SensorUpdate sensor, DeclineBelow below) {
    Wanted<SensorDecline> wanted =
        new Wanted<>(
            SensorDecline.address(known.server().name(), sensor),
            new Desired.Present<>(SensorDecline.of(known.server().name(), sensor)),
            WritePermit.behind(known));
    return WritePermit.forServer(known)
        .or(() -> below.objection(sensor.id()).map(Hold::waiting))
        .map(hold -> hold.of(wanted))
        .orElse(wanted);
  }

  /** Remarks on updates that could be declined, if the manifest only reports them. */
  List<String> remarks(UpdateServerFacts.Known known) {
    if (section.decline() == SensorUpdateSection.Decline.DECLINE) {
      return List.of();
    }
    SortedMap<ReleaseLine, List<String>> versions = new TreeMap<>();
    for (DeclineExaminer.Examined each : known.superseded()) {
      if (each.verdict() instanceof DeclineVerdict.MayDecline) {
        versions
            .computeIfAbsent(each.sensor().line(), _ -> new ArrayList<>())
            .add(each.sensor().version().toString());
      }
    }
    return versions.entrySet().stream()
        .map(each ->
            Text.of(
                    "sensor-line.unneeded",
                    "line",
                    each.getKey(),
                    "versions",
                    each.getValue(),
                    "server",
                    known.server().name())
                .toString())
        .toList();
  }
}
