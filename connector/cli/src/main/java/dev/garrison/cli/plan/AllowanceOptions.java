package dev.garrison.cli.plan;

import dev.garrison.engine.plan.Allowances;
import picocli.CommandLine.Option;

/** Options for changes that a plan contains only on request. */
final class AllowanceOptions {
  @Option(
      names = "--prune",
      description = "Also delete objects with our mark that the manifest no longer wants.")
  private boolean prune;

  @Option(
      names = "--allow-downgrade",
      description = "Also go back to an md4ws.msi that is older than the one in use.")
  private boolean downgrade;

  Allowances given() {
    return new Allowances(prune, downgrade);
  }
}
