package dev.garrison.cli.rollout;

import dev.garrison.cli.view.RingAnswer;
import dev.garrison.fleet.standing.HaltedServers;
import dev.garrison.json.JsonForm;
import dev.garrison.ring.RingReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Status of the rings as JSON.
 *
 * @param mayStillRun an entry for each ring that is halted
 */
record RingsAnswer(String format, List<RingAnswer> rings, List<Halted> mayStillRun)
    implements JsonForm {
  private static final String FORMAT = "garrison.rings/1";

  /** Number of servers that may still run a ring's deployments, and the first of them. */
  record Halted(
      String ring, int targeted, int underWay, int waitingToRetry, int silent, List<Named> named)
      implements JsonForm {
    static Halted of(HaltedServers running) {
      return new Halted(
          running.ring(),
          running.targeted(),
          running.underWay(),
          running.waitingToRetry(),
          running.silent(),
          running.named().stream().map(Named::of).toList());
    }
  }

  record Named(long id, String name, String deployment, String state, Optional<Instant> since)
      implements JsonForm {
    private static Named of(HaltedServers.Named named) {
      return new Named(named.id(), named.name(), named.deployment(), named.state(), named.since());
    }
  }

  static RingsAnswer of(List<RingReport> rings, List<HaltedServers> mayStillRun) {
    return new RingsAnswer(
        FORMAT,
        rings.stream().map(RingAnswer::of).toList(),
        mayStillRun.stream().map(Halted::of).toList());
  }
}
