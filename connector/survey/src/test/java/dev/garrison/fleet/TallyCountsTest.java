package dev.garrison.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.ServerState.Group;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counts by ring, group and system, and what is told apart no more. */
final class TallyCountsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private final Tally tally = new Tally(List.of("pilot", "broad"));

  private void add(String name, String ring, String system, ServerState state, String why) {
    tally.add(
        KnownServer.of(
            1,
            name,
            ring,
            system,
            Optional.of(
                new Presence(true, true, false, "", Optional.of(NOW.minus(Duration.ofHours(1))))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Verdict.of(state, why));
  }

  @Test
  void everyServerIsCountedInItsRingItsGroupAndItsSystem() {
    add("A", "pilot", "2019", ServerState.ONBOARDED, "onboarded");
    add("B", "pilot", "2019", ServerState.FAILED, "failed");
    add("C", "broad", "2022", ServerState.SENSOR_STOPPED, "stopped");
    add("D", "late", "", ServerState.ONBOARDED, "onboarded");
    assertThat(tally.rings()).containsExactly("pilot", "broad", "late");
    assertThat(tally.servers()).isEqualTo(4);
    assertThat(tally.of(Group.DONE)).isEqualTo(2);
    assertThat(tally.of(Group.LOOK)).isEqualTo(2);
    assertThat(tally.of(Group.SILENT)).isZero();
    assertThat(tally.of("nowhere")).isZero();
    assertThat(tally.states("pilot"))
        .isEqualTo(Map.of(ServerState.ONBOARDED, 1, ServerState.FAILED, 1));
    assertThat(tally.states("nowhere")).isEmpty();
    assertThat(tally.systems())
        .isEqualTo(
            Map.of(
                "", Map.of(Group.DONE, 1),
                "2019", Map.of(Group.DONE, 1, Group.LOOK, 1),
                "2022", Map.of(Group.LOOK, 1)));
  }

  @Test
  void aRingWithoutServersIsCounted() {
    assertThat(tally.rings()).containsExactly("pilot", "broad");
    assertThat(tally.servers()).isZero();
  }

  @Test
  void fiveHundredCausesAreToldApartAndEveryServerIsStillCounted() {
    for (int number = 1; number <= 502; number++) {
      add("S" + number, "pilot", "2019", ServerState.FAILED, "error " + number);
    }
    add("again", "pilot", "2019", ServerState.FAILED, "error 1");
    assertThat(tally.causes()).hasSize(500);
    assertThat(tally.causes().getFirst().names()).containsExactly("S1", "again");
    assertThat(tally.servers()).isEqualTo(503);
    assertThat(tally.ages(NOW))
        .contains(new InventoryAges.Ages(Duration.ofHours(1), Duration.ofHours(1), 0));
  }
}
