package dev.garrison.connection.resilience;

import dev.garrison.diagnostic.Worded;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the breakers of the servers stand that this process asks. A run makes connections of its own,
 * so what is known of a server stays from one run to the next: it is set aside until an exchange
 * with it goes well. Safe for use by several threads.
 */
public final class CircuitBreakers {
  /** A manifest names few servers; what they name themselves has an end. */
  static final int MOST = 500;

  private final ConcurrentHashMap<String, Breaker> all = new ConcurrentHashMap<>();

  /** As Resilience4j names them. */
  public enum State implements Worded {
    /** Requests are sent. */
    CLOSED,
    /** After failures in a row none is. */
    OPEN,
    /** One request finds out whether the server works again. */
    HALF_OPEN
  }

  /**
   * One server's.
   *
   * @param server its name, with the port where that is not the usual one
   * @param setAside how often the server was set aside in the life of this process
   */
  public record Breaker(String server, State state, long setAside) {}

  /** By the names of the servers. */
  public List<Breaker> all() {
    return all.values().stream().sorted(Comparator.comparing(Breaker::server)).toList();
  }

  /** How often a server was set aside. */
  public long setAside(String server) {
    Breaker known = all.get(server);
    return known == null ? 0 : known.setAside();
  }

  /** There is such a server. */
  void know(String server) {
    if (all.size() < MOST) {
      all.putIfAbsent(server, new Breaker(server, State.CLOSED, 0));
    }
  }

  /** A server's breaker is in this state now. */
  void note(String server, State state) {
    all.computeIfPresent(
        server,
        (_, before) ->
            before.state() == state
                ? before
                : new Breaker(server, state, before.setAside() + (state == State.OPEN ? 1 : 0)));
  }
}
