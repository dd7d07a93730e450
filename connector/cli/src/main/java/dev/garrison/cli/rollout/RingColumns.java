package dev.garrison.cli.rollout;

import dev.garrison.cli.output.Columns;
import dev.garrison.ring.RingReport;

/** The rows of {@code garrison rollout status --csv}: one for each ring, in their order. */
final class RingColumns {
  static final Columns<RingReport> ALL =
      new Columns<RingReport>()
          .and("ring", RingReport::ring)
          .and("state", ring -> ring.state().word())
          .and("reason", RingReport::reason)
          .and("opened", RingReport::opened)
          .and("servers", RingReport::members)
          .and("max devices", RingReport::maxDevices)
          .and("targeted", ring -> ring.health().targeted())
          .and("onboarded", ring -> ring.health().onboarded())
          .and("in progress", ring -> ring.health().underWay())
          .and("failed", ring -> ring.health().failed())
          .and("requirements not met", ring -> ring.health().notReady())
          .and("no status reported", ring -> ring.health().silent());

  private RingColumns() {}
}
