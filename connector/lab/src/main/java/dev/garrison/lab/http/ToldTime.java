package dev.garrison.lab.http;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Time in the answers of a server: the lab's time, unless the server has another clock. */
public final class ToldTime {
  /**
   * Date format of RFC 9110 section 5.6.7. The day has two digits, which the JDK's own format does
   * not have.
   */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private volatile Clock clock;
  private volatile Optional<Duration> ahead = Optional.of(Duration.ZERO);

  public ToldTime(Clock clock) {
    this.clock = clock;
  }

  /**
   * Uses the time of this clock from now on. A program in a process of its own uses the machine's
   * clock, which no test can move.
   */
  public void follow(Clock other) {
    clock = other;
  }

  /** Sets the server's clock ahead of the one that it follows, or behind it. */
  public void runAhead(Duration by) {
    ahead = Optional.of(by);
  }

  /** Omits the time from answers from now on. */
  public void keepSilent() {
    ahead = Optional.empty();
  }

  Optional<String> header() {
    return ahead.map(by -> DATE.format(clock.instant().plus(by)));
  }
}
