package dev.garrison.survey.live;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerName;
import java.time.Duration;
import java.util.Optional;

/**
 * That servers are asked themselves.
 *
 * @param timeout how long their answers are waited for
 * @param ring only the servers of this ring
 * @param server only this one, by its NetBIOS name
 * @param waiting who waits
 */
public record LiveQuery(
    Duration timeout, Optional<String> ring, Optional<String> server, Waiting waiting) {
  /** Whether it speaks of a ring. */
  boolean meansRing(String name) {
    return ring.filter(wanted -> !wanted.equalsIgnoreCase(name)).isEmpty();
  }

  /** Whether it speaks of a server. */
  boolean means(Server one) {
    return meansRing(one.ring())
        && server.filter(name -> !ServerName.same(name, one.name())).isEmpty();
  }

  /** Who waits for the answers. */
  public interface Waiting {
    /**
     * Lets time pass.
     *
     * @return whether to go on waiting; false when a person wants what there is
     */
    boolean pause(Duration duration);

    /** So many of those who were asked have answered. */
    void heard(int answered, int asked);
  }
}
