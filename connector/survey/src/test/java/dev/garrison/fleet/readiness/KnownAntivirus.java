package dev.garrison.fleet.readiness;

import dev.garrison.fleet.antivirus.AntivirusEvidence;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Others;
import dev.garrison.fleet.antivirus.AntivirusEvidence.ProtectionState;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Running;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Antivirus of a server of which little is known. */
final class KnownAntivirus {
  private KnownAntivirus() {}

  /** Inventory that shows another antivirus running, or none of which anything is told. */
  static AntivirusEvidence beside(@Nullable String other) {
    return new AntivirusEvidence(
        Optional.empty(),
        Running.NOT_TOLD,
        new Others(
            other != null, Optional.ofNullable(other), Optional.empty(), false, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        ProtectionState.NOT_TOLD,
        false,
        Optional.empty(),
        false,
        Optional.empty());
  }
}
