package dev.garrison.probe;

import dev.garrison.connection.ClockReading;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.DurationText;
import dev.garrison.language.Message;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import java.time.Duration;
import java.util.List;

/** Text for the difference between two clocks. */
final class ClockView {
  private ClockView() {}

  static Outcome outcome(ClockReading reading) {
    Duration ahead = reading.ahead();
    String difference =
        ahead.toSeconds() == 0
            ? "the same as ours, to the second"
            : "%s %s ours"
                .formatted(
                    DurationText.of(ahead.abs()), ahead.isNegative() ? "behind" : "ahead of");
    if (!reading.isTooFar()) {
      return new Outcome.Passed(difference);
    }
    return new Outcome.Warned(
        difference,
        List.of(Diagnostic.warning(ProbeCode.SERVER_CLOCK_DIFFERS, Message.of("probe.clock"))));
  }
}
