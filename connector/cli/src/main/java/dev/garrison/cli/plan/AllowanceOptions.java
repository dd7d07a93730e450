package dev.garrison.cli.plan;

import dev.garrison.engine.plan.Allowances;
import picocli.CommandLine.Option;

/** Options for changes that a plan contains only on request. */
final class AllowanceOptions {
  @Option(names = "--prune")
  private boolean prune;

  @Option(names = "--allow-downgrade")
  private boolean downgrade;

  Allowances given() {
    return new Allowances(prune, downgrade);
  }
}
