package dev.garrison.server.page.job;

import dev.garrison.diagnostic.Worded;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.ring.RingState;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.JobReading;
import dev.garrison.state.StoredPlan;
import java.util.List;

/** Plans that wait for approval. */
final class PlanPages {
  private static final int SHORT_DIGEST = 12;

  private final JobReading jobs;

  PlanPages(JobReading jobs) {
    this.jobs = jobs;
  }

  /** Content of the list of plans. */
  record Model(Frame frame, List<Waiting> plans) {}

  /** One plan. */
  record Waiting(ApiAnswers.Run run, StoredPlan stored, boolean isOver) {}

  /**
   * Content of the page of one plan.
   *
   * @param changes the changes that are not in place already
   * @param takesOut whether it offboards servers
   */
  record One(Frame frame, Waiting plan, List<PlannedChange> changes, boolean takesOut) {
    Plan content() {
      return plan.stored().plan();
    }

    /** Number of changes with an action. */
    long count(Action action) {
      return content().count(action);
    }
  }

  List<Page> pages() {
    return List.of(new Page(Tab.PLANS.path(), this::list), new Page("/runs/{run}/plan", this::one));
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

  private View one(PageRequest request) {
    ApiAnswers.Run run = jobs.run(request.number("run"));
    Waiting plan = waiting(request.frame(), run, jobs.plan(run.run()));
    return new View(
        "job/plan",
        new One(
            request.frame(),
            plan,
            plan.stored().plan().changes().stream()
                .filter(change -> change.action() != Action.NO_OP || !change.notes().isEmpty())
                .toList(),
            !plan.stored().plan().takesOut(true).isEmpty()));
  }

  /** Whether a ring does not go on until a person acts. */
  static boolean needsSomebody(String decision) {
    return Worded.of(RingState.class, decision).filter(RingState::needsSomebody).isPresent();
  }

  /** Name of a change's action for people. */
  static String word(PlannedChange change) {
    return switch (change.action()) {
      case NO_OP -> "in place";
      case CREATE -> "create";
      case UPDATE -> "change";
      case REPLACE -> "replace";
      case DELETE -> "delete";
      case WAIT -> change.waits() ? "waits" : "blocked";
      case MANUAL -> "by hand";
    };
  }

  /** Beginning of a digest, long enough for people to compare. */
  static String shortened(String digest) {
    return digest.substring(0, Math.min(SHORT_DIGEST, digest.length()));
  }

  /** The plan's counts as a sentence. */
  static String counts(Plan plan) {
    return "%d to create, %d to change, %d to delete, %d waiting, %d blocked, %d by hand"
        .formatted(
            plan.count(Action.CREATE) + plan.count(Action.REPLACE),
            plan.count(Action.UPDATE),
            plan.count(Action.DELETE),
            plan.waiting(),
            plan.blocked(),
            plan.count(Action.MANUAL));
  }
}
