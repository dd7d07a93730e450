package dev.garrison.fleet.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.standing.HaltedServers.Named;
import dev.garrison.fleet.table.CompanionState;
import dev.garrison.fleet.table.Fleet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HaltedServersTest {
  private static final Instant TIME = Instant.parse("2026-11-24T21:00:00Z");

  private final Fleet fleet = new Fleet(List.of("pilot", "broad"));

  private static DeploymentStatus status(long type, long state) {
    return new DeploymentStatus(type, state, 0, "", Optional.of(TIME));
  }

  private int server(String name, long type, long state) {
    int row = fleet.add(name.hashCode(), name);
    fleet.onboarding(row, 0, status(type, state));
    return row;
  }

  @Test
  void whoIsAtItTriesAgainOrIsSilentMayStillRun() {
    server("A", 2, 2002);
    server("B", 5, 5007);
    server("C", 4, 4000);
    server("D", 1, 1000);
    server("E", 5, 5000);
    server("F", 3, 3000);

    HaltedServers found = HaltedServers.of(fleet, "pilot");

    assertThat(found)
        .isEqualTo(
            new HaltedServers(
                "pilot",
                6,
                1,
                1,
                1,
                List.of(
                    new Named(
                        "A".hashCode(),
                        "A",
                        "onboarding",
                        "installing the application",
                        Optional.of(TIME)),
                    new Named(
                        "B".hashCode(),
                        "B",
                        "onboarding",
                        "deployment failed, waiting to retry",
                        Optional.of(TIME)),
                    new Named(
                        "C".hashCode(),
                        "C",
                        "onboarding",
                        "no status reported",
                        Optional.of(TIME)))));
  }

  @Test
  void aStatusThatIsNotKnownMayStillRun() {
    server("A", 9, 1000);

    assertThat(HaltedServers.of(fleet, "pilot").silent()).isEqualTo(1);
  }

  @Test
  void aServerThatIsOnboardedMayStillBeSetPassive() {
    fleet.beside(CompanionState.ANTIVIRUS_MODE, server("A", 1, 1000), status(2, 2004));

    assertThat(HaltedServers.of(fleet, "pilot").named())
        .extracting(Named::deployment, Named::state)
        .containsExactly(tuple("antivirus mode", "waiting for a maintenance window"));
  }

  @Test
  void aServerThatIsOnboardedMayStillGetItsSettings() {
    fleet.beside(CompanionState.SETTINGS, server("A", 1, 1000), status(4, 4000));

    assertThat(HaltedServers.of(fleet, "pilot").named())
        .extracting(Named::deployment, Named::state)
        .containsExactly(tuple("settings", "no status reported"));
  }

  @Test
  void anotherRingsServersAreNotCounted() {
    server("A", 2, 2002);

    assertThat(HaltedServers.of(fleet, "broad"))
        .isEqualTo(new HaltedServers("broad", 0, 0, 0, 0, List.of()));
  }

  @Test
  void ofManyServersSomeAreNamedAndAllAreCounted() {
    for (int number = 0; number < HaltedServers.MOST_NAMED + 7; number++) {
      server("SRV%05d".formatted(number), 4, 4000);
    }

    HaltedServers found = HaltedServers.of(fleet, "pilot");

    assertThat(found.all()).isEqualTo(HaltedServers.MOST_NAMED + 7);
    assertThat(found.named()).hasSize(HaltedServers.MOST_NAMED);
    assertThat(found.named().getFirst().name()).isEqualTo("SRV00000");
  }
}
