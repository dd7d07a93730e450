package dev.garrison.cli.rollout;

import dev.garrison.cli.view.OutcomeAnswer;
import dev.garrison.cli.view.ProblemAnswer;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.HaltedServers;
import dev.garrison.json.JsonForm;
import dev.garrison.ring.RingReport;
import dev.garrison.session.RingOrder;
import dev.garrison.session.Session;
import dev.garrison.session.WriteSession.Applied;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answer of the orders of {@code garrison rollout} as JSON.
 *
 * @param order {@code halt}, {@code resume} or {@code skip}
 * @param run the run in the journal
 * @param head the digest of the journal's newest entry
 * @param succeeded whether nothing failed
 * @param complete whether every object is in place
 * @param mayStillRun of a halt: the servers that may still run the ring's deployments; empty if
 *     they could not be read
 * @param unread of a halt: why they could not
 */
record OrderAnswer(
    String format,
    String order,
    String ring,
    String run,
    String head,
    boolean succeeded,
    boolean complete,
    List<OutcomeAnswer> objects,
    Optional<RingsAnswer.Halted> mayStillRun,
    Optional<ProblemAnswer> unread)
    implements JsonForm {
  private static final String FORMAT = "garrison.ring-order/1";

  /**
   * The servers that may still run the deployments of a ring that is about to be halted. The ring
   * is halted even if they cannot be read.
   *
   * @param failure why they could not be read
   * @param deployed whether anything was deployed to the ring
   */
  record Running(
      Optional<HaltedServers> servers, Optional<RefusalException> failure, boolean deployed) {
    static final Running NOT_ASKED = new Running(Optional.empty(), Optional.empty(), false);

    /** Reads them. */
    static Running of(Session session, String ring) {
      try {
        FleetStanding standing = session.fleet();
        return new Running(
            Optional.of(HaltedServers.of(standing.fleet(), ring)),
            Optional.empty(),
            standing.rings().stream()
                .filter(report -> report.ring().equalsIgnoreCase(ring))
                .anyMatch(RingReport::deployed));
      } catch (RefusalException failure) {
        return new Running(Optional.empty(), Optional.of(failure), false);
      }
    }
  }

  static OrderAnswer of(RingOrder order, Running running, Applied applied) {
    return new OrderAnswer(
        FORMAT,
        order.kind().name().toLowerCase(Locale.ROOT),
        order.ring(),
        applied.run(),
        applied.report().head(),
        applied.report().succeeded(),
        applied.report().complete(),
        OutcomeAnswer.of(applied.report()),
        running.servers().map(RingsAnswer.Halted::of),
        running.failure().map(why -> ProblemAnswer.of(why.diagnostics().getFirst())));
  }
}
