package dev.garrison.cli.plan;

import dev.garrison.cli.view.PlanDetail;
import dev.garrison.engine.plan.Plan;
import dev.garrison.session.Session;
import picocli.CommandLine.Option;

/** Options for how much of a plan is shown. */
final class DetailOptions {
  @Option(names = "--notes")
  private boolean notes;

  @Option(names = "--details")
  private boolean details;

  /** Detail of a plan's screen; remarks of the last apply are known. */
  PlanDetail detail(Session session, Plan plan) {
    PlanDetail detail = new PlanDetail(notes || details, details);
    return detail.notes() ? detail : detail.since(session.remarksBefore(plan.manifest()));
  }
}
