package dev.garrison.connection.resilience;

import dev.garrison.connection.Pause;
import java.time.Clock;
import java.util.function.DoubleSupplier;

/**
 * Clock, wait, and chance of retries, passed in for tests, and the circuit breakers of the servers.
 *
 * @param clock measures the time for which a server is set aside
 * @param pause how to wait before another attempt
 * @param chance a random number from 0 (inclusive) to 1 (exclusive); spreads the attempts of
 *     several programs
 * @param breakers receive the states of the servers
 */
public record Tempo(Clock clock, Pause pause, DoubleSupplier chance, CircuitBreakers breakers) {
  /** Creates it with circuit breakers that no other class reads. */
  public Tempo(Clock clock, Pause pause, DoubleSupplier chance) {
    this(clock, pause, chance, new CircuitBreakers());
  }
}
