package dev.garrison.history;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.AntivirusState.Defender;
import dev.garrison.fleet.antivirus.AntivirusState.Other;
import dev.garrison.fleet.antivirus.PlannedProtection;
import dev.garrison.fleet.antivirus.PlannedProtection.Part;
import dev.garrison.fleet.antivirus.RunningMode;
import dev.garrison.fleet.antivirus.ServerAntivirus;
import dev.garrison.fleet.antivirus.Told;
import dev.garrison.fleet.antivirus.Told.Source;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.Ring.Antivirus;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Onboarded servers of active rings with antivirus of several kinds. */
public final class ProtectedServers {
  private static final Instant SCANNED = Instant.parse("2026-11-24T03:00:00Z");

  /** Microsoft Defender Antivirus is active on it. */
  public static final ServerAntivirus WELL =
      antivirus(Defender.ACTIVE, Optional.of(RunningMode.NORMAL), Optional.empty());

  /** Another antivirus runs beside it. */
  public static final ServerAntivirus TWO =
      antivirus(Defender.ACTIVE, Optional.of(RunningMode.NORMAL), Optional.of("ESET"));

  /** Nothing is known of it. */
  public static final ServerAntivirus DIM =
      antivirus(Defender.UNKNOWN, Optional.empty(), Optional.empty());

  /** Nothing protects it. */
  public static final ServerAntivirus BARE =
      antivirus(Defender.OFF, Optional.empty(), Optional.empty());

  private ProtectedServers() {}

  /** A server of a ring. */
  public static Server server(String ring, long device, String name) {
    Fleet fleet = new Fleet(List.of(ring));
    BitSet rows = new BitSet();
    rows.set(fleet.add(device, name));
    fleet.join(0, rows);
    return fleet.server(fleet.servers()[0]);
  }

  private static ServerAntivirus antivirus(
      Defender defender, Optional<RunningMode> mode, Optional<String> other) {
    AntivirusState today =
        new AntivirusState(
            defender,
            mode.map(one -> new Told<>(one, Source.CUSTOM_CLASS, Optional.of(SCANNED))),
            mode.map(_ -> new Told<>(true, Source.CUSTOM_CLASS, Optional.of(SCANNED))),
            other.isPresent() ? Other.YES : defender == Defender.UNKNOWN ? Other.UNKNOWN : Other.NO,
            other.map(one -> new Told<>(one, Source.INVENTORY, Optional.of(SCANNED))),
            Optional.empty(),
            Optional.empty());
    return new ServerAntivirus(
        Antivirus.ACTIVE,
        today,
        PlannedProtection.of(today, new Part(Antivirus.ACTIVE, true, false, Optional.empty())));
  }
}
