package dev.garrison.cli.plan;

import dev.garrison.cli.view.PlanDetail;
import picocli.CommandLine.Option;

/** Options for how much of a plan is shown. */
final class DetailOptions {
  @Option(names = "--notes")
  private boolean notes;

  @Option(names = "--details")
  private boolean details;

  PlanDetail detail() {
    return new PlanDetail(notes || details, details);
  }
}
