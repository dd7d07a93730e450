package dev.garrison.cli.fleet;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.readiness.SystemFit;
import dev.garrison.fleet.readiness.Update;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.table.CompanionState;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Text;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import dev.garrison.ring.RingWindows.Lack;
import dev.garrison.ring.UnknownAntivirus;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Three servers: one of which everything is known, one of which little is, one left out. */
public final class KnownFleet {
  /** When they were looked at. */
  public static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  /** The tenant of the manifest. */
  public static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";

  private final Fleet fleet = new Fleet(List.of("pilot"));

  private int server(long id, String name, Presence presence) {
    int row = fleet.add(id, name);
    BitSet rows = new BitSet();
    rows.set(row);
    fleet.join(0, rows);
    fleet.presence(row, presence);
    return row;
  }

  private void known() {
    int row =
        server(
            16777220,
            "SRV01",
            new Presence(
                true, true, false, "5.00.9122.1000", Optional.of(NOW.minus(Duration.ofHours(3)))));
    fleet.system(row, "Microsoft Windows Server 2019 Standard");
    fleet.onboarding(row, 0, new DeploymentStatus(1, 1000, 0, "", Optional.of(NOW)));
    fleet.beside(
        CompanionState.ANTIVIRUS_MODE, row, new DeploymentStatus(5, 5000, 0, "", Optional.empty()));
    fleet.besideError(CompanionState.ANTIVIRUS_MODE, row, 0x87D00324L);
    fleet.beside(
        CompanionState.SETTINGS, row, new DeploymentStatus(1, 1001, 0, "", Optional.of(NOW)));
    fleet.sensor(row, new Sensor(1, TENANT, true, Optional.of(NOW), Optional.of(NOW)));
    fleet.facts().generalWindow(row, 240);
    fleet.facts().servicesTold(row);
    fleet.facts().service(row, Service.SENSE, false);
    fleet.facts().update(row, Update.KB5006714);
    fleet.facts().freeMegabytes(row, 40_960);
    fleet.facts().revision(row, 4645);
    fleet.facts().restart(row, false);
    fleet.answered(
        row,
        new LiveAnswer(
            NOW,
            LiveService.RUNNING,
            LiveService.STOPPED,
            Optional.of("1"),
            Optional.of(LiveAnswer.NOT_SET),
            Optional.of("Passive Mode"),
            Optional.of("4.18.24090.11"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private void littleKnown() {
    int row = server(16777221, "SRV02", new Presence(false, false, false, "", Optional.empty()));
    fleet.onboarding(row, 0, new DeploymentStatus(2, 2004, 0, "", Optional.empty()));
    fleet.asked(row);
  }

  /** What protects them. */
  public AntivirusStanding antivirus() {
    return antivirus(standing());
  }

  /** What protects the servers of a ring that wants Microsoft Defender Antivirus active. */
  static AntivirusStanding antivirus(FleetStanding standing) {
    return new AntivirusStanding(
        standing,
        new SystemFit(Set.of(OperatingSystem.WINDOWS_SERVER_2019), Map.of()),
        TENANT,
        new ExcludedServers(Map.of("SRV03", "vendor forbids")),
        false);
  }

  /** Where they stand. */
  public FleetStanding standing() {
    known();
    littleKnown();
    server(16777222, "SRV03", new Presence(true, true, false, "5.0", Optional.empty()));
    return new FleetStanding(
        "contoso-prod",
        "PS1",
        NOW,
        List.of(
            new RingReport(
                "pilot",
                RingState.OPEN,
                "1 of 2 servers (50 %) onboarded, 95 % needed",
                Optional.of(NOW),
                3,
                25,
                RingHealth.NONE,
                RingGate.DEFAULT,
                Optional.of(
                    new RingAntivirus(
                        new TreeMap<>(Map.of(16777223L, "SRV04", 16777224L, "srv05")),
                        1,
                        3,
                        new Lack(1, List.of("SRV01")),
                        Lack.NONE,
                        new UnknownAntivirus(
                            Lack.NONE, new Lack(1, List.of("SRV02")), Lack.NONE, false),
                        1,
                        0,
                        Lack.NONE,
                        0)))),
        fleet,
        new ServerStateRules(TENANT, new ExcludedServers(Map.of("SRV03", "vendor forbids"))),
        List.of("A class is missing."),
        Optional.of(
            new LiveCensus(
                2,
                1,
                Duration.ofSeconds(90),
                true,
                List.of("SRV02"),
                List.of(Text.verbatim("One is off.")))));
  }
}
