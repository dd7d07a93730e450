package dev.garrison.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.garrison.diagnostic.RefusalException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Nothing is written outside of the window that a change board agreed to. */
final class ApplyWindowTest {
  @Command
  private static final class Host {
    @Mixin private ApplyWindow window = new ApplyWindow();
  }

  private static String refusal(String now, String... options) {
    Host host = CommandLine.populateCommand(new Host(), options);
    Throwable refusal = catchThrowable(() -> host.window.require(Instant.parse(now)));
    if (refusal == null) {
      return "";
    }
    assertThat(refusal).isInstanceOf(RefusalException.class);
    return String.valueOf(refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"2026-11-28T20:59:59Z, true", "2026-11-28T21:00:00Z, false"})
  void beforeItBeginsIsTooEarly(String now, boolean refused) {
    assertThat(refusal(now, "--not-before", "2026-11-28T22:00+01:00"))
        .isEqualTo(
            refused
                ? "The time is 2026-11-28T20:59:59Z, but --not-before allows this apply only from 2026-11-28T22:00+01:00. Run the command within the agreed period. No changes were made."
                    + " [OUTSIDE_WINDOW GAR-0742]"
                : "");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-29T02:00:00Z, false", "2026-11-29T02:00:01Z, true"})
  void afterItEndedIsTooLate(String now, boolean refused) {
    assertThat(refusal(now, "--not-after", "2026-11-29T03:00+01:00"))
        .isEqualTo(
            refused
                ? "The time is 2026-11-29T02:00:01Z, but --not-after allows this apply only until 2026-11-29T03:00+01:00. Run the command within the agreed period. No changes were made."
                    + " [OUTSIDE_WINDOW GAR-0742]"
                : "");
  }

  @Test
  void withoutAWindowEveryTimeIsGood() {
    assertThat(refusal("2026-11-28T20:59:59Z")).isEmpty();
  }
}
