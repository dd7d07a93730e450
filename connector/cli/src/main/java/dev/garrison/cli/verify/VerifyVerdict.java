package dev.garrison.cli.verify;

import dev.garrison.cli.output.Sentences;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.language.Text;
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
      return Text.of("verify.match", "count", plan.changes().size(), "manifest", plan.manifest())
          .shown();
    }
    List<Text> sentences = new ArrayList<>();
    int drifted = verified.drifted().size();
    int problems = verified.findings().size();
    sentences.add(
        drifted > 0
            ? Text.of("verify.drift", "count", drifted, "manifest", plan.manifest())
            : Text.of(problems > 0 ? "verify.not-verified" : "verify.no-drift"));
    add(sentences, "verify.problems", problems);
    add(sentences, "verify.never-applied", verified.neverApplied());
    add(sentences, "verify.blocked", plan.blocked());
    add(sentences, "verify.waiting", plan.waiting());
    add(sentences, "verify.manual", plan.count(Action.MANUAL));
    return Sentences.joined(sentences);
  }

  private static void add(List<Text> sentences, String key, long count) {
    if (count > 0) {
      sentences.add(Text.of(key, "count", count));
    }
  }
}
