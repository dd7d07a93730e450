package dev.garrison.gate;

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
    add(causes, unknown.unseen(), "no inventory since onboarding from %d: %s");
    add(causes, unknown.mode(), "no mode told by %d: %s");
    add(causes, unknown.other(), "whether another antivirus runs is not known of %d: %s");
    return "the antivirus mode of %d of its %d onboarded servers is not known (%s)%s; %s"
        .formatted(
            unknown.servers(),
            antivirus.onboarded(),
            String.join("; ", causes),
            sample(ring),
            String.join(", ", remedies(ring)));
  }

  private static void add(List<String> causes, Lack lack, String words) {
    if (lack.isAny()) {
      causes.add(words.formatted(lack.servers(), lack.listed()));
    }
  }

  private static String sample(RingSituation ring) {
    RingAntivirus antivirus = ring.antivirus();
    if (ring.gate().modeSample() == 0) {
      return "";
    }
    return ", and of %d that answered %d are passive where %d are needed"
        .formatted(
            antivirus.asked() + antivirus.askedUnhealthy(),
            antivirus.asked(),
            ring.gate().modeSample());
  }

  private static List<String> remedies(RingSituation ring) {
    UnknownAntivirus unknown = ring.antivirus().unknown();
    List<String> remedies = new ArrayList<>();
    if (unknown.unseen().isAny()) {
      remedies.add("wait for hardware inventory");
    }
    if (!unknown.classSeen()) {
      remedies.add("add the inventory class MSFT_MpComputerStatus");
    } else if (unknown.mode().isAny()) {
      remedies.add("select the inventory class MSFT_MpComputerStatus for these servers too");
    }
    if (unknown.other().isAny()) {
      remedies.add("name the other product in 'otherAntivirus'");
    }
    if (ring.gate().modeSample() == 0) {
      remedies.add("ask some servers by 'gate.modeSample'");
    }
    remedies.add("or 'garrison rollout skip %s'".formatted(ring.ring()));
    return remedies;
  }
}
