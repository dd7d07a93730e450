package dev.garrison.fleet.readiness;

import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.AntivirusState.Defender;
import dev.garrison.fleet.antivirus.AntivirusState.Other;
import dev.garrison.fleet.antivirus.Told;
import dev.garrison.fleet.antivirus.Told.Source;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Antivirus of a server of which little is known. */
final class KnownAntivirus {
  private KnownAntivirus() {}

  /** What protects a server beside another antivirus that runs there, or beside none. */
  static AntivirusState beside(@Nullable String other) {
    return new AntivirusState(
        Defender.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        other == null ? Other.UNKNOWN : Other.YES,
        Optional.ofNullable(other)
            .map(product -> new Told<>(product, Source.INVENTORY, Optional.empty())),
        Optional.empty(),
        Optional.empty());
  }
}
