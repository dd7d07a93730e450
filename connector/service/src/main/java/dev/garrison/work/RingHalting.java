package dev.garrison.work;

import dev.garrison.engine.plan.Planned;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import dev.garrison.session.RingOrder;
import dev.garrison.session.Session;
import java.time.Instant;
import java.util.List;

/**
 * Halts unhealthy rings before anything else is planned. A problem that blocks planning, such as an
 * expired package, must not keep a ring running (F21).
 */
final class RingHalting {
  private final Session session;
  private final ChangesMade made;

  RingHalting(Session session, ChangesMade made) {
    this.session = session;
    this.made = made;
  }

  /**
   * Halts the rings that are judged as halted and still have a deployment that reaches their
   * servers.
   *
   * @return whether there were any, so that the site may have changed
   */
  boolean ofUnhealthy(List<RingReport> rings) {
    boolean any = false;
    for (RingReport ring : rings) {
      if (ring.state() == RingState.HALTED) {
        any |= halt(ring);
      }
    }
    return any;
  }

  private boolean halt(RingReport ring) {
    Instant now = session.now();
    RingOrder order =
        new RingOrder(RingOrder.Kind.HALT, ring.ring(), reason(ring)).by(RingNote.HaltOrder.GATE);
    Planned planned = session.order(order, now);
    boolean reaches = RingOrder.reachesServers(planned);
    if (reaches) {
      made.whole(session, planned, () -> session.order(order, now));
    }
    return reaches;
  }

  /** Reason in the words of the ring's gate, without the consequence. */
  private static String reason(RingReport ring) {
    int end = ring.reason().indexOf(';');
    return end < 0 ? ring.reason() : ring.reason().substring(0, end);
  }
}
