package dev.garrison.probe;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import java.time.Duration;
import java.util.List;

/** The difference of two clocks, for people. */
final class ClockView {
  private static final Duration KERBEROS_ALLOWS = Duration.ofMinutes(5);
  private static final long EXACT_TO = 2;

  private ClockView() {}

  /**
   * @param ahead by how much the server's clock is ahead of ours
   */
  static Outcome outcome(Duration ahead) {
    long seconds = Math.abs(ahead.toSeconds());
    String difference =
        seconds <= EXACT_TO
            ? "the same as ours, to the second"
            : "%s %s ours".formatted(words(seconds), ahead.isNegative() ? "behind" : "ahead of");
    if (ahead.abs().compareTo(KERBEROS_ALLOWS) <= 0) {
      return new Outcome.Passed(difference);
    }
    return new Outcome.Warned(
        difference,
        List.of(
            Diagnostic.warning(
                ProbeCode.SERVER_CLOCK_DIFFERS,
                "The clocks of that server and of this computer differ by more than the five minutes that Kerberos allows, so signing in by it fails.",
                "Set the one that is wrong. In a domain both take their time from a domain controller.")));
  }

  private static String words(long seconds) {
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
