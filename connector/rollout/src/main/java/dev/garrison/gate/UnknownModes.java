package dev.garrison.gate;

import dev.garrison.language.Text;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingWindows.Lack;
import dev.garrison.ring.UnknownAntivirus;
import java.util.ArrayList;
import java.util.List;

/** Words for a gate that unknown antivirus modes keep closed, and for what opens it. */
final class UnknownModes {
  private UnknownModes() {}

  static String of(RingSituation ring) {
    RingAntivirus antivirus = ring.antivirus();
    UnknownAntivirus unknown = antivirus.unknown();
    List<String> causes = new ArrayList<>();
    add(causes, unknown.unseen(), "gate.cause-unseen");
    add(causes, unknown.mode(), "gate.cause-mode");
    add(causes, unknown.other(), "gate.cause-other");
    return Text.of(
            ring.gate().modeSample() == 0 ? "gate.modes" : "gate.modes-sample",
            "count",
            unknown.servers(),
            "total",
            antivirus.onboarded(),
            "causes",
            String.join("; ", causes),
            "answered",
            antivirus.asked() + antivirus.askedUnhealthy(),
            "passive",
            antivirus.asked(),
            "needed",
            ring.gate().modeSample(),
            "remedies",
            remedies(ring))
        .toString();
  }

  private static void add(List<String> causes, Lack lack, String key) {
    if (lack.isAny()) {
      causes.add(Text.of(key, "count", lack.servers(), "servers", lack.listed()).toString());
    }
  }

  private static List<Text> remedies(RingSituation ring) {
    UnknownAntivirus unknown = ring.antivirus().unknown();
    List<Text> remedies = new ArrayList<>();
    if (unknown.unseen().isAny()) {
      remedies.add(Text.of("gate.remedy-inventory"));
    }
    if (!unknown.classSeen()) {
      remedies.add(Text.of("gate.remedy-add-class"));
    } else if (unknown.mode().isAny()) {
      remedies.add(Text.of("gate.remedy-select-class"));
    }
    if (unknown.other().isAny()) {
      remedies.add(Text.of("gate.remedy-other"));
    }
    if (ring.gate().modeSample() == 0) {
      remedies.add(Text.of("gate.remedy-sample"));
    }
    remedies.add(Text.of("gate.remedy-skip", "ring", ring.ring()));
    return remedies;
  }
}
