package dev.garrison.fleet.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.fleet.standing.LeavingServers.LeavingServer;
import dev.garrison.fleet.standing.LeavingServers.Progress;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.fleet.table.Leaving;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that {@code offboard} keeps out of the rings. */
final class LeavingServersTest {
  private static final Instant INVENTORY = Instant.parse("2026-11-24T21:00:00Z");

  private final Fleet fleet = new Fleet(List.of("pilot"));

  private void leave(String name, boolean offboards) {
    int row = fleet.add(name.hashCode(), name);
    fleet.leave(row, new Leaving("retired", offboards));
    fleet.presence(row, new Presence(true, true, false, "", Optional.of(INVENTORY)));
  }

  @ParameterizedTest
  @CsvSource({
    "true,  0,  OFFBOARDED",
    "true,  1,  LEAVING",
    "true,  -1, LEAVING",
    "false, 0,  KEPT_OUT",
    "false, 1,  KEPT_OUT"
  })
  void theLastReportOfTheSensorDecides(boolean offboards, long state, Progress progress) {
    leave("OLD01", offboards);
    if (state >= 0) {
      fleet.sensor(0, new Sensor(state, "", false, Optional.empty()));
    }
    LeavingServer server = LeavingServers.of(fleet).getFirst();
    assertThat(server.progress()).isEqualTo(progress);
    assertThat(server.reported()).isEqualTo(state >= 0 ? Optional.of(INVENTORY) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "true,  0, true,  ONBOARDING_PENDING",
    "true,  0, false, OFFBOARDED",
    "true,  1, true,  LEAVING",
    "false, 0, true,  KEPT_OUT"
  })
  void aServerThatOnboardsAgainIsNotOffboarded(
      boolean offboards, long state, boolean onboardingInfo, Progress progress) {
    leave("OLD01", offboards);
    fleet.sensor(0, new Sensor(state, "", false, Optional.empty(), Optional.of(INVENTORY)));
    fleet.answered(
        0,
        new LiveAnswer(
            INVENTORY,
            LiveService.STOPPED,
            LiveService.RUNNING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(onboardingInfo),
            Optional.of(false)));
    assertThat(LeavingServers.of(fleet).getFirst().progress()).isEqualTo(progress);
  }

  @Test
  void theyComeInTheOrderOfNamesAndAServerOfARingIsNoneOfThem() {
    leave("old02", true);
    leave("OLD01", true);
    fleet.add(7, "SRV01");
    assertThat(LeavingServers.of(fleet))
        .extracting(each -> each.server().name())
        .containsExactly("OLD01", "old02");
  }
}
