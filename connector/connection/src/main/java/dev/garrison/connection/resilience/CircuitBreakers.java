package dev.garrison.connection.resilience;

import dev.garrison.diagnostic.Worded;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * States of the circuit breakers of all servers that this process sends requests to. Each run makes
 * its own connections, so the state of a server stays from one run to the next: a failed server is
 * set aside until an exchange with it succeeds. Safe for use by several threads.
 */
public final class CircuitBreakers {
  /**
   * Most servers. A manifest has few servers; the number that those servers name themselves is
   * limited.
   */
  static final int MOST = 500;

  private final ConcurrentHashMap<String, Breaker> all = new ConcurrentHashMap<>();

  /** State of a circuit breaker, with Resilience4j's names. */
  public enum State implements Worded {
    /** Requests are sent. */
    CLOSED,
    /** No request is sent, after several failures in a row. */
    OPEN,
    /** One request tests whether the server works again. */
    HALF_OPEN
  }

  /**
   * The circuit breaker of one server.
   *
   * @param server its name, with the port if that is not the default one
   * @param setAside how often the server was set aside in the life of this process
   */
  public record Breaker(String server, State state, long setAside) {}

  /** All breakers, sorted by the names of the servers. */
  public List<Breaker> all() {
    return all.values().stream().sorted(Comparator.comparing(Breaker::server)).toList();
  }

  /** Number of times that a server was set aside. */
  public long setAside(String server) {
    Breaker known = all.get(server);
    return known == null ? 0 : known.setAside();
  }

  /** Adds a server. */
  void know(String server) {
    if (all.size() < MOST) {
      all.putIfAbsent(server, new Breaker(server, State.CLOSED, 0));
    }
  }

  /** Records the state of a server's breaker. */
  void note(String server, State state) {
    all.computeIfPresent(
        server,
        (_, before) ->
            before.state() == state
                ? before
                : new Breaker(server, state, before.setAside() + (state == State.OPEN ? 1 : 0)));
  }
}
