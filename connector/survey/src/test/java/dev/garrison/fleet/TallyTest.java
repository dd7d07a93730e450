package dev.garrison.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.InventoryAges.Ages;
import dev.garrison.fleet.ServerState.Group;
import dev.garrison.fleet.Tally.Affected;
import dev.garrison.fleet.Tally.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TallyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private final Tally tally = new Tally(List.of("pilot", "broad"));

  private void add(String name, String ring, ServerState state, int hoursOld) {
    Optional<Presence> presence =
        hoursOld < 0
            ? Optional.empty()
            : Optional.of(
                new Presence(
                    true, true, false, "", Optional.of(NOW.minus(Duration.ofHours(hoursOld)))));
    tally.add(
        KnownServer.of(
            1, name, ring, "", presence, Optional.empty(), Optional.empty(), Optional.empty()),
        Verdict.of(state, "why"));
  }

  @Test
  void theDenominatorIsEveryServer() {
    add("A", "pilot", ServerState.ONBOARDED, 1);
    add("B", "pilot", ServerState.NO_CLIENT, -1);
    add("C", "pilot", ServerState.INSTALLING, 1);
    assertThat(tally.of("pilot")).isEqualTo(3);
    assertThat(tally.of("pilot", Group.DONE)).isEqualTo(1);
    assertThat(tally.of("pilot", Group.UNREACHABLE)).isEqualTo(1);
    assertThat(tally.of("broad")).isZero();
    assertThat(tally.states())
        .isEqualTo(
            Map.of(
                ServerState.ONBOARDED, 1,
                ServerState.NO_CLIENT, 1,
                ServerState.INSTALLING, 1));
  }

  @Test
  void serversWithOneCauseAreNamedTogetherTheMostFrequentFirst() {
    for (int server = 1; server <= 8; server++) {
      add("S" + server, "broad", ServerState.FAILED, 1);
    }
    add("T1", "pilot", ServerState.OTHER_TENANT, 1);
    assertThat(tally.causes())
        .containsExactly(
            new Affected(cause(ServerState.OTHER_TENANT), 1, List.of("T1")),
            new Affected(
                cause(ServerState.FAILED), 8, List.of("S1", "S2", "S3", "S4", "S5", "S6")));
  }

  private static Cause cause(ServerState state) {
    return new Cause(state, "why", state.remedy(), false);
  }

  @Test
  void theAgeOfInventoryIsThatOfTheMiddleAndOfTheOldest() {
    add("A", "pilot", ServerState.ONBOARDED, 1);
    add("B", "pilot", ServerState.ONBOARDED, 5);
    add("C", "pilot", ServerState.ONBOARDED, 900);
    add("D", "pilot", ServerState.NO_CLIENT, -1);
    assertThat(tally.ages(NOW)).hasValue(new Ages(Duration.ofHours(5), Duration.ofHours(900), 1));
  }

  @Test
  void whereNobodySentInventoryThereIsNoAge() {
    add("D", "pilot", ServerState.NO_CLIENT, -1);
    assertThat(tally.ages(NOW)).isEmpty();
  }
}
