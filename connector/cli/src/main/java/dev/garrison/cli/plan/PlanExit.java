package dev.garrison.cli.plan;

import dev.garrison.cli.ExitCode;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.plan.Plan;

/** Exit codes of plans and applies, which scripts rely on. */
public final class PlanExit {
  private PlanExit() {}

  /** Exit code of a plan to be carried out, which is not at its end while a ring waits. */
  static int ofNext(Plan plan) {
    int exitCode = of(plan);
    return exitCode == ExitCode.OK && plan.defers() ? ExitCode.WAITING : exitCode;
  }

  /** Exit code of a plan, as the comparison of what is with what is wanted now. */
  public static int of(Plan plan) {
    if (plan.isBlocked()) {
      return ExitCode.BLOCKED;
    }
    if (plan.writes()) {
      return ExitCode.CHANGES;
    }
    return plan.waits() ? ExitCode.WAITING : ExitCode.OK;
  }

  /** Exit code of an apply of this plan. */
  static int of(Plan plan, ApplyReport report) {
    return report.succeeded() && plan.isBlocked() ? ExitCode.BLOCKED : of(report);
  }

  static int of(ApplyReport report) {
    if (!report.succeeded()) {
      return ExitCode.ERROR;
    }
    if (report.blocked()) {
      return ExitCode.BLOCKED;
    }
    return report.complete() ? ExitCode.OK : ExitCode.WAITING;
  }
}
