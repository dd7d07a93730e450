package dev.garrison.cli.plan;

import dev.garrison.cli.view.PlanDetail;
import picocli.CommandLine.Option;

/** Options for how much of a plan is shown. */
final class DetailOptions {
  @Option(names = "--notes", description = "Also show remarks that ask for no action.")
  private boolean notes;

  @Option(
      names = "--details",
      description =
          "Show every object on a line of its own, also those that need no change, and all remarks.")
  private boolean details;

  PlanDetail detail() {
    return new PlanDetail(notes || details, details);
  }
}
