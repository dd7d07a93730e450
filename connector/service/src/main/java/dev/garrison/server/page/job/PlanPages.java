package dev.garrison.server.page.job;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.job.RunOrigin;
import dev.garrison.review.PlanCounts;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.JobReading;
import dev.garrison.state.StoredPlan;
import java.util.List;
import java.util.Optional;

/** Plans that wait for approval. */
final class PlanPages {
  private static final int SHORT_DIGEST = 12;

  private final JobReading jobs;
  private final ApprovalFacts facts;

  PlanPages(JobReading jobs, ApprovalFacts facts) {
    this.jobs = jobs;
    this.facts = facts;
  }

  /** Content of the list of plans. */
  record Model(Frame frame, List<Waiting> plans) {}

  /** One plan. */
  record Waiting(ApiAnswers.Run run, StoredPlan stored, boolean isOver) {}

  /**
   * Content of the page of one plan, and of its approval.
   *
   * @param sections the changes that are not in place already, in groups
   * @param facts the facts that an approver needs
   */
  record One(Frame frame, Waiting plan, List<PlanSection> sections, ApprovalFacts.Facts facts) {
    Plan content() {
      return plan.stored().plan();
    }

    /** Number of changes with an action. */
    long count(Action action) {
      return content().count(action);
    }

    /** Whether the plan offboards servers. */
    boolean takesOut() {
      return !content().takesOut(true).isEmpty();
    }

    /** Whether the plan itself can be approved here, by anyone. */
    boolean isApprovable() {
      return !plan.isOver() && !takesOut() && content().writes();
    }
  }

  /**
   * Content of the page of a run without a plan.
   *
   * @param successor the run that took the place of its plan
   */
  record Gone(Frame frame, ApiAnswers.Run run, Optional<ApiAnswers.Run> successor) {
    /** Whether the successor applied the plan. */
    boolean isApplied() {
      return successor
          .flatMap(ApiAnswers.Run::origin)
          .flatMap(RunOrigin::plan)
          .filter(number -> number == run.run())
          .isPresent();
    }
  }

  List<Page> pages() {
    return List.of(
        new Page(Tab.PLANS.path(), this::list),
        new Page("/runs/{run}/plan", request -> one(request, "job/plan")),
        new Page("/runs/{run}/approve", request -> one(request, "job/approve")));
  }

  private View list(PageRequest request) {
    return new View(
        "job/plans",
        new Model(
            request.frame(),
            jobs.planned().stream()
                .flatMap(run ->
                    jobs.kept(run.run()).stream()
                        .map(stored -> waiting(request.frame(), run, stored)))
                .toList()));
  }

  private static Waiting waiting(Frame frame, ApiAnswers.Run run, StoredPlan stored) {
    return new Waiting(run, stored, !frame.moment().now().isBefore(stored.expires()));
  }

  private View one(PageRequest request, String template) {
    ApiAnswers.Run run = jobs.run(request.number("run"));
    return jobs.kept(run.run())
        .map(stored -> {
          Waiting plan = waiting(request.frame(), run, stored);
          return new View(
              template,
              new One(
                  request.frame(),
                  plan,
                  PlanSection.of(stored.plan(), facts.rings()),
                  facts.of(stored.plan())));
        })
        .orElseGet(() ->
            new View("job/no-plan", new Gone(request.frame(), run, jobs.successor(run.run()))));
  }

  /** Beginning of a digest, long enough for people to compare. */
  static String shortened(String digest) {
    return digest.substring(0, Math.min(SHORT_DIGEST, digest.length()));
  }

  /** The plan's counts as a sentence. */
  static String counts(Plan plan) {
    return new PlanCounts(plan.changes()).all().shown();
  }
}
