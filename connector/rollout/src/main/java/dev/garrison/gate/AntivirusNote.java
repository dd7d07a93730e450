package dev.garrison.gate;

import dev.garrison.language.Text;
import dev.garrison.ring.RingWindows.Lack;
import dev.garrison.ring.UnknownAntivirus;
import java.util.Optional;

/** Note about the antivirus of a ring, beside the share of its servers that reached the goal. */
final class AntivirusNote {
  private AntivirusNote() {}

  static Optional<Text> of(RingSituation ring) {
    Lack unhealthy = ring.antivirus().unhealthy();
    UnknownAntivirus unknown = ring.antivirus().unknown();
    boolean tellsUnknown = unknown.isAny() && !ring.modesUnknown();
    Object[] places = {
      "count", unhealthy.servers(), "servers", unhealthy.listed(), "unknown", unknown.servers()
    };
    if (unhealthy.isAny() && tellsUnknown) {
      return Optional.of(
          Text.of(
              ring.passive() ? "gate.note-not-passive-sample" : "gate.note-off-unknown", places));
    }
    if (unhealthy.isAny()) {
      return Optional.of(
          Text.of(ring.passive() ? "gate.note-not-passive" : "gate.note-off", places));
    }
    return tellsUnknown
        ? Optional.of(Text.of(ring.passive() ? "gate.note-sample" : "gate.note-unknown", places))
        : Optional.empty();
  }
}
