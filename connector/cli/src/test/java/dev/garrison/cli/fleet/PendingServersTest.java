package dev.garrison.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.fleet.standing.LeavingServers;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.fleet.table.Leaving;
import dev.garrison.json.Json;
import dev.garrison.language.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Servers whose sensor is onboarded or offboarded when it reaches its service again. */
final class PendingServersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private static LiveAnswer answer(
      Optional<Boolean> onboardingInfo, Optional<Boolean> offboardingValue) {
    return new LiveAnswer(
        NOW,
        LiveService.STOPPED,
        LiveService.RUNNING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        onboardingInfo,
        offboardingValue);
  }

  private static String leaving(long state, LiveAnswer answer) {
    Fleet fleet = new Fleet(List.of("pilot"));
    int row = fleet.add(1, "OLD01");
    fleet.leave(row, new Leaving("retired", true));
    fleet.presence(row, new Presence(true, true, false, "5.00", Optional.of(NOW)));
    fleet.sensor(row, new Sensor(state, "", false, Optional.empty(), Optional.of(NOW)));
    fleet.answered(row, answer);
    return String.join(
        "\n",
        ServerDetails.leaving(
            LeavingServers.of(fleet).getFirst(), new TerminalTime(ZoneOffset.UTC)));
  }

  @Test
  void aServerThatOnboardsAgainAlthoughItIsToBeOffboardedIsShownSo() {
    LiveAnswer onboards = answer(Optional.of(true), Optional.of(false));
    assertThat(leaving(0, onboards))
        .startsWith("OLD01 · offboard entry \"retired\" · onboarding-pending\n")
        .contains(
            "  why               onboarding pending: the sensor isn't onboarded, and OnboardingInfo exists",
            "  what to do        Wait for the next evaluation of the offboarding application: it removes OnboardingInfo.",
            "OnboardingInfo set, offboarding value not set; answered\n                    2026-11-24 21:00 UTC");
    assertThat(Language.JAPANESE.during(() -> leaving(0, onboards)))
        .contains("オンボードの保留中: ", "OnboardingInfo 設定済み、オフボードの値 未設定");
  }

  @Test
  void aServerThatIsOffboardedOnceItsSensorHearsIsShownSo() {
    assertThat(leaving(1, answer(Optional.of(false), Optional.of(true))))
        .startsWith("OLD01 · offboard entry \"retired\" · being-offboarded\n")
        .contains("offboarding pending: the sensor is still onboarded, and the offboarding value");
  }

  @Test
  void whatIsNotKnownIsNeverShownAsNotThere() {
    assertThat(LiveWords.of(answer(Optional.empty(), Optional.empty())))
        .endsWith("OnboardingInfo not reported, offboarding value not reported");
  }

  @Test
  void programsReadWhetherEachValueExistsAndNothingWhereThatIsNotKnown() {
    assertThat(
            new Json().pretty(LiveServerAnswer.of(answer(Optional.of(true), Optional.of(false)))))
        .contains("\"onboardingInfo\" : true", "\"offboardingValue\" : false");
    assertThat(new Json().pretty(LiveServerAnswer.of(answer(Optional.empty(), Optional.empty()))))
        .doesNotContain("onboardingInfo", "offboardingValue");
  }
}
