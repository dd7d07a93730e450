package dev.garrison.survey.live;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerName;
import dev.garrison.fleet.standing.ModeSample;
import java.time.Duration;
import java.util.Optional;

/**
 * Request to ask servers directly.
 *
 * @param timeout how long to wait for their answers
 * @param ring only the servers of this ring
 * @param server only this one, by its NetBIOS name
 * @param waiting waits for the answers
 * @param sample only these servers, each asked by itself, until enough have answered
 */
public record LiveQuery(
    Duration timeout,
    Optional<String> ring,
    Optional<String> server,
    Waiting waiting,
    Optional<ModeSample.Choice> sample) {
  /** Request to all servers that ring and name allow. */
  public LiveQuery(
      Duration timeout, Optional<String> ring, Optional<String> server, Waiting waiting) {
    this(timeout, ring, server, waiting, Optional.empty());
  }

  /** Whether each server is asked by itself, instead of the collections of its ring. */
  boolean isSingle() {
    return server.isPresent() || sample.isPresent();
  }

  /** Checks whether the request includes a ring. */
  boolean meansRing(String name) {
    return ring.filter(wanted -> !wanted.equalsIgnoreCase(name)).isEmpty();
  }

  /** Checks whether the request includes a server. */
  boolean means(Server one) {
    return meansRing(one.ring())
        && server.filter(name -> !ServerName.same(name, one.name())).isEmpty()
        && sample.filter(choice -> !choice.servers().contains(one.id())).isEmpty();
  }

  /** Waits for the answers. */
  public interface Waiting {
    /**
     * Lets time pass.
     *
     * @return whether to continue waiting; false when a person wants the answers so far
     */
    boolean pause(Duration duration);

    /** Reports how many of the asked servers have answered. */
    void heard(int answered, int asked);
  }
}
