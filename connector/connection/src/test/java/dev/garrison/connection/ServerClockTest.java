package dev.garrison.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Date of an answer says of a server's clock. */
final class ServerClockTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final String APART =
      "The clock of cm01:443 showed 2026-11-29T21:00:00Z when the clock of this computer showed 2026-11-24T21:00:00Z: they are more than five minutes apart. Correct the clock that is wrong. In a domain, both computers get their time from a domain controller. Garrison doesn't write to that server, because start times and deadlines would be wrong.";

  private final ServerClock clock = new ServerClock("cm01:443", InstantSource.fixed(NOW));

  private static ClockReading told(Duration ahead) {
    return new ClockReading(NOW.plus(ahead), NOW, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    // told, asked, heard, ahead
    "21:00:00, 21:00:00.100, 21:00:00.200, PT0S",
    "21:00:00, 21:00:00.900, 21:00:01.900, PT0S",
    "21:00:30, 21:00:00.000, 21:01:00.000, PT0S",
    "21:00:00, 21:00:01.500, 21:00:01.600, PT-0.5S",
    "21:00:02, 21:00:00.000, 21:00:01.500, PT0.5S",
    "20:54:59, 21:00:00.000, 21:00:00.000, PT-5M",
    "21:05:00, 21:00:00.000, 21:00:00.000, PT5M"
  })
  void onlyWhatTheWayAndTheWholeSecondsDoNotExplainIsADifference(
      String told, String asked, String heard, Duration ahead) {
    assertThat(new ClockReading(at(told), at(asked), at(heard)).ahead()).isEqualTo(ahead);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-24T" + time + "Z");
  }

  @ParameterizedTest
  @CsvSource({
    "PT5M, false",
    "PT5M1S, true",
    "PT-5M-1S, false",
    "PT-5M-2S, true",
    "P5D, true",
    "P-5D, true"
  })
  void fiveMinutesAreAccepted(Duration ahead, boolean isTooFar) {
    assertThat(told(ahead).isTooFar()).isEqualTo(isTooFar);
  }

  @Test
  void aServerThatIsTooFarOffIsNotWrittenToAndBothTimesAreTold() {
    clock.know(Optional.of(told(Duration.ofDays(5))));
    assertThatThrownBy(clock::requireNear)
        .isInstanceOf(RefusalException.class)
        .hasMessage(APART + " [CLOCKS_APART GAR-0259]");
    assertThat(clock.remark()).contains(APART);
  }

  @Test
  void aClockThatAgreesIsNotSpokenOf() {
    clock.know(Optional.of(told(Duration.ofMinutes(5))));
    clock.requireNear();
    assertThat(clock.remark()).isEmpty();
  }

  @Test
  void theServersTimeIsOursAndTheDifference() {
    assertThat(clock.instant()).isEqualTo(NOW);
    clock.know(Optional.of(told(Duration.ofMinutes(3))));
    assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofMinutes(3)));
  }

  @Test
  void aServerThatTellsNoTimeIsUnknownAndNotInTheWay() {
    assertThat(clock.remark()).isEmpty();
    clock.know(Optional.empty());
    clock.requireNear();
    assertThat(clock.instant()).isEqualTo(NOW);
    assertThat(clock.remark())
        .contains(
            "cm01:443 does not tell its time (its answers have no Date): whether its clock and this computer's agree is unknown, and times are judged by this computer's");
  }

  @Test
  void anAnswerWithoutDateDoesNotMakeForgottenWhatWasHeard() {
    clock.know(Optional.of(told(Duration.ofDays(-5))));
    clock.know(Optional.empty());
    assertThat(clock.objection()).isPresent();
  }
}
