package dev.garrison.recipe.sensor;

import dev.garrison.catalog.decline.DeclineVerdict;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.survey.sensor.ServerFacts;
import dev.garrison.wsus.decline.DeclineExaminer;
import dev.garrison.wsus.decline.SensorDecline;
import java.util.ArrayList;
import java.util.List;

/** What becomes of superseded updates that nobody needs any more (F33). */
final class DeclineRecipe {
  private final SensorUpdateSection section;

  DeclineRecipe(SensorUpdateSection section) {
    this.section = section;
  }

  /** Declines, where the manifest wants them. */
  List<Wanted<?>> wanted(ServerFacts.Known known) {
    List<Wanted<?>> wanted = new ArrayList<>();
    if (section.decline() == SensorUpdateSection.Decline.REPORT) {
      return wanted;
    }
    for (DeclineExaminer.Examined each : known.superseded()) {
      if (each.verdict() instanceof DeclineVerdict.MayDecline) {
        wanted.add(decline(known, each.sensor()));
      }
    }
    return wanted;
  }

  private static Wanted<SensorDecline> decline(ServerFacts.Known known, SensorUpdate sensor) {
    Wanted<SensorDecline> wanted =
        new Wanted<>(
            SensorDecline.address(known.server().name(), sensor),
            new Desired.Present<>(SensorDecline.of(known.server().name(), sensor)),
            WritePermit.behind(known));
    return WritePermit.forServer(known).map(wanted::heldBecause).orElse(wanted);
  }

  /** What could be declined, where it is only reported. */
  List<String> remarks(ServerFacts.Known known) {
    List<String> remarks = new ArrayList<>();
    if (section.decline() == SensorUpdateSection.Decline.DECLINE) {
      return remarks;
    }
    for (DeclineExaminer.Examined each : known.superseded()) {
      if (each.verdict() instanceof DeclineVerdict.MayDecline may) {
        remarks.add(
            "%s on %s may be declined: %s is there for everybody since %s, and %d computers reported"
                .formatted(
                    each.sensor().named(),
                    known.server().name(),
                    may.superseder().version(),
                    may.since(),
                    may.computers()));
      }
    }
    return remarks;
  }
}
