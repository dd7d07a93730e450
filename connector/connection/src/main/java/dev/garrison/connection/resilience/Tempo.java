package dev.garrison.connection.resilience;

import dev.garrison.connection.Pause;
import java.time.Clock;
import java.util.function.DoubleSupplier;

/**
 * Time and chance, passed in so that tests have neither, and what is seen of servers meanwhile.
 *
 * @param clock what a server's rest is measured by
 * @param pause how to wait before another attempt
 * @param chance from 0 up to but not 1; spreads the attempts of several programs
 * @param breakers are told how servers are
 */
public record Tempo(Clock clock, Pause pause, DoubleSupplier chance, CircuitBreakers breakers) {
  /** With breakers that nobody looks at. */
  public Tempo(Clock clock, Pause pause, DoubleSupplier chance) {
    this(clock, pause, chance, new CircuitBreakers());
  }
}
