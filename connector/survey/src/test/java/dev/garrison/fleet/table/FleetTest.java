package dev.garrison.fleet.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.KnownServer;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusEvidence;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Others;
import dev.garrison.fleet.antivirus.AntivirusEvidence.ProtectionState;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Running;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.ring.RingHealth;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FleetTest {
  private static final Instant TIME = Instant.parse("2026-11-24T21:00:00Z");

  private final Fleet fleet = new Fleet(List.of("pilot", "broad"));

  private static BitSet rows(int... rows) {
    BitSet set = new BitSet();
    Arrays.stream(rows).forEach(set::set);
    return set;
  }

  private static DeploymentStatus status(long type, long state) {
    return new DeploymentStatus(type, state, 0, "", Optional.of(TIME));
  }

  @Test
  void aServerComesOutAsItWentIn() {
    int row = fleet.add(4294967295L, "Bücher-01");
    fleet.join(1, rows(row));
    fleet.system(row, "Microsoft Windows Server 2019 Standard");
    Presence presence = new Presence(true, false, true, "5.00.9088.1007", Optional.of(TIME));
    fleet.presence(row, presence);
    Sensor sensor = new Sensor(1, "77aa", true, Optional.empty());
    fleet.sensor(row, sensor);
    fleet.onboarding(row, 1, status(5, 5000));
    fleet.onboardingError(row, 0x87D00324L);
    fleet.requirement(row, "Operating system");
    fleet.beside(CompanionState.ANTIVIRUS_MODE, row, status(2, 2005));
    fleet.besideError(CompanionState.ANTIVIRUS_MODE, row, 20030);
    fleet.beside(CompanionState.SETTINGS, row, status(5, 5000));
    fleet.besideError(CompanionState.SETTINGS, row, 20031);
    assertThat(fleet.server(row))
        .isEqualTo(
            new Server(
                4294967295L,
                "Bücher-01",
                "broad",
                "Microsoft Windows Server 2019 Standard",
                Optional.of(presence),
                Optional.empty(),
                Optional.of(
                    new DeploymentStatus(
                        5, 5000, 0x87D00324L, "Operating system", Optional.of(TIME))),
                Optional.of(new DeploymentStatus(2, 2005, 20030, "", Optional.of(TIME))),
                Optional.of(new DeploymentStatus(5, 5000, 20031, "", Optional.of(TIME))),
                Optional.of(sensor),
                false,
                new AntivirusEvidence(
                    Optional.of(TIME),
                    Running.NOT_TOLD,
                    Others.NOT_TOLD,
                    Optional.empty(),
                    Optional.empty(),
                    ProtectionState.NOT_TOLD,
                    true,
                    Optional.empty(),
                    false,
                    Optional.empty()),
                Antivirus.ACTIVE));
  }

  @Test
  void whatNobodySaidIsEmpty() {
    int row = fleet.add(7, "DC01");
    assertThat(fleet.server(row))
        .isEqualTo(
            KnownServer.of(
                7,
                "DC01",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(fleet.servers()).as("of no ring").isEmpty();
  }

  @Test
  void aServerBelongsToTheFirstRingThatTakesIt() {
    int row = fleet.add(7, "DC01");
    fleet.join(0, rows(row));
    fleet.join(1, rows(row));
    fleet.onboarding(row, 1, status(1, 1000));
    assertThat(fleet.server(row).ring()).isEqualTo("pilot");
    assertThat(fleet.health()).isEqualTo(Map.of("broad", new RingHealth(1, 0, 0, 0, 0)));
  }

  @Test
  void aServerThatNoCollectionNamesAnyMoreBelongsToTheRingThatTargetsIt() {
    int row = fleet.add(7, "DC01");
    fleet.onboarding(row, 1, status(4, 4000));
    assertThat(fleet.server(row).ring()).isEqualTo("broad");
    assertThat(fleet.health()).isEqualTo(Map.of("broad", new RingHealth(0, 0, 0, 0, 1)));
  }

  @Test
  void ofTwoDeploymentsTheWorseIsKept() {
    int row = fleet.add(7, "DC01");
    fleet.onboarding(row, 0, status(1, 1000));
    fleet.onboarding(row, 0, status(5, 5003));
    fleet.onboarding(row, 0, status(2, 2002));
    assertThat(fleet.server(row).onboarding().orElseThrow().state()).isEqualTo("content not found");
    assertThat(fleet.health()).isEqualTo(Map.of("pilot", new RingHealth(0, 1, 0, 0, 0)));
  }

  @Test
  void serversComeRingByRingInTheOrderOfNames() {
    String[] names = {"web02", "DC01", "dc", "DC010", "App1", "Ärger"};
    for (int index = 0; index < names.length; index++) {
      fleet.join(index == 1 ? 1 : 0, rows(fleet.add(100 - index, names[index])));
    }
    assertThat(Arrays.stream(fleet.servers()).mapToObj(row -> fleet.server(row).name()))
        .containsExactly("App1", "dc", "DC010", "web02", "Ärger", "DC01");
  }
}
