package dev.garrison.probe;

import dev.garrison.connection.ClockReading;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import java.time.Duration;
import java.util.List;

/** Text for the difference between two clocks. */
final class ClockView {
  private ClockView() {}

  static Outcome outcome(ClockReading reading) {
    Duration ahead = reading.ahead();
    Text difference =
        ahead.toSeconds() == 0
            ? Text.of("probe.clock-same")
            : Text.of(
                ahead.isNegative() ? "probe.clock-behind" : "probe.clock-ahead",
                "difference",
                ahead.abs());
    if (!reading.isTooFar()) {
      return new Outcome.Passed(difference);
    }
    return new Outcome.Warned(
        difference,
        List.of(Diagnostic.warning(ProbeCode.SERVER_CLOCK_DIFFERS, Message.of("probe.clock"))));
  }
}
