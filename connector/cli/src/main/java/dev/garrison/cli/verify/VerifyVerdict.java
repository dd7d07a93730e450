package dev.garrison.cli.verify;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.session.Session.Verified;
import java.util.ArrayList;
import java.util.List;

/** Words the verdict of {@code garrison verify} on the objects of a site. */
final class VerifyVerdict {
  private VerifyVerdict() {}

  /** The verdict, in sentences on one line. */
  static String of(Verified verified) {
    Plan plan = verified.plan();
    if (plan.converged() && verified.findings().isEmpty()) {
      return "No drift. All %d objects match the manifest '%s'."
          .formatted(plan.changes().size(), plan.manifest());
    }
    List<String> sentences = new ArrayList<>();
    int drifted = verified.drifted().size();
    int problems = verified.findings().size();
    sentences.add(
        drifted > 0
            ? "Drift detected: %s the manifest '%s'."
                .formatted(
                    drifted == 1
                        ? "1 object no longer matches"
                        : drifted + " objects no longer match",
                    plan.manifest())
            : problems > 0 ? "Not verified." : "No drift.");
    if (problems > 0) {
      sentences.add(counted(problems, "problem was found", "problems were found"));
    }
    long never = verified.neverApplied();
    if (never > 0) {
      sentences.add(counted(never, "change was never applied", "changes were never applied"));
    }
    long blocked = plan.blocked();
    if (blocked > 0) {
      sentences.add(counted(blocked, "change is blocked", "changes are blocked"));
    }
    long waiting = plan.waiting();
    if (waiting > 0) {
      sentences.add(counted(waiting, "change waits", "changes wait"));
    }
    long manual = plan.count(Action.MANUAL);
    if (manual > 0) {
      sentences.add(counted(manual, "manual step is left", "manual steps are left"));
    }
    return String.join(" ", sentences);
  }

  private static String counted(long number, String one, String many) {
    return "%d %s.".formatted(number, number == 1 ? one : many);
  }
}
