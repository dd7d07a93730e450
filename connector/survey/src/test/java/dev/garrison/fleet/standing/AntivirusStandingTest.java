package dev.garrison.fleet.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.antivirus.PlannedProtection;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What protects servers after the plan, by the judgment that plans and gates have. */
final class AntivirusStandingTest {
  private static final String TENANT = "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2";
  private static final ExcludedServers NOBODY = new ExcludedServers(Map.of());

  private final Fleet fleet = new Fleet(List.of("guarded"), Set.of("guarded"));

  private PlannedProtection after(int row) {
    FleetStanding standing =
        new FleetStanding(
            "small",
            "PS1",
            Instant.parse("2026-11-29T10:00:00Z"),
            List.of(),
            fleet,
            new ServerStateRules(TENANT, NOBODY),
            List.of(),
            Optional.empty());
    return new AntivirusStanding(
            standing,
            new SystemFit(Set.of(OperatingSystem.values()), Map.of()),
            TENANT,
            NOBODY,
            false)
        .of(fleet.server(row))
        .after();
  }

  @Test
  void nothingIsForetoldOfAServerThatMayBeOnboarded() {
    int row = fleet.add(1, "SRV1");
    BitSet members = new BitSet();
    members.set(row);
    fleet.join(0, members);
    fleet.system(row, "Microsoft Windows Server 2016 Standard");
    fleet.sensor(row, new Sensor(1, TENANT, true, Optional.empty()));

    assertThat(after(row).why())
        .isEqualTo(
            "it is not known whether the server is onboarded: hardware inventory contains no"
                + " services");
  }

  /** A plan keeps such a server out of a passive ring, so nothing else may be said of it here. */
  @Test
  void aServerWithTheMonitoringAgentsSensorIsNotReady() {
    int row = fleet.add(1, "SRV1");
    BitSet members = new BitSet();
    members.set(row);
    fleet.join(0, members);
    fleet.system(row, "Microsoft Windows Server 2016 Standard");
    fleet.sensor(row, new Sensor(1, TENANT, true, Optional.empty()));
    fleet.facts().servicesTold(row);

    assertThat(after(row).why())
        .isEqualTo("not ready, because no other antivirus product was detected as running");
  }
}
