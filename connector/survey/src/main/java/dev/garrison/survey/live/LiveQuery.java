package dev.garrison.survey.live;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerName;
import java.time.Duration;
import java.util.Optional;

/**
 * Request to ask servers directly.
 *
 * @param timeout how long to wait for their answers
 * @param ring only the servers of this ring
 * @param server only this one, by its NetBIOS name
 * @param waiting waits for the answers
 */
public record LiveQuery(
    Duration timeout, Optional<String> ring, Optional<String> server, Waiting waiting) {
  /** Checks whether the request includes a ring. */
  boolean meansRing(String name) {
    return ring.filter(wanted -> !wanted.equalsIgnoreCase(name)).isEmpty();
  }

  /** Checks whether the request includes a server. */
  boolean means(Server one) {
    return meansRing(one.ring())
        && server.filter(name -> !ServerName.same(name, one.name())).isEmpty();
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
