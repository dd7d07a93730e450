package dev.garrison.server.api;

import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.job.ApprovalNote;
import dev.garrison.job.JobMode;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.language.Message;
import dev.garrison.login.Role;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.Service;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.session.RingOrder;
import dev.garrison.state.StoredPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/** Routes that change something. Each action is recorded in the history with the token's name. */
final class Actions {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int CONFLICT = 409;

  private final JobSchedule schedule;
  private final Service service;
  private final Json json;

  Actions(JobSchedule schedule, Service service, Json json) {
    this.schedule = schedule;
    this.service = service;
    this.json = json;
  }

  /**
   * Reason for an order to halt or resume a ring.
   *
   * @param reason is recorded on the site; 200 characters at most
   */
  record Reason(String reason) implements JsonForm {}

  /**
   * Note and confirmations of an approver; all of it may be left out.
   *
   * @param change number of the change
   * @param comment is recorded with the approval
   * @param servers number that confirms a plan that deletes objects
   * @param reviewed 'yes', where a form asks for it
   */
  record Approval(
      @OmittedWhenEmpty Optional<String> change,
      @OmittedWhenEmpty Optional<String> comment,
      @OmittedWhenEmpty Optional<String> servers,
      @OmittedWhenEmpty Optional<String> reviewed)
      implements JsonForm {
    private static final Approval EMPTY =
        new Approval(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Confirmation that a job may make changes without approval.
   *
   * @param reviewed 'yes', where a form asks for it
   */
  record Enabling(@OmittedWhenEmpty Optional<String> reviewed) implements JsonForm {}

  List<Route> routes() {
    return List.of(
        Route.action(
            "/jobs/{job}/run",
            Role.OPERATOR,
            "Run a job as soon as the service can, in its mode.",
            ApiAnswers.Asked.class,
            this::run),
        Route.action(
                "/jobs/{job}/enable",
                Role.APPROVER,
                "Let a job make the changes that its 'autoApply' names.",
                ApiAnswers.Decided.class,
                this::enable)
            .withOptional(Enabling.class),
        decision("plan-only", "Let a job run and write nothing.", JobMode.PLAN_ONLY),
        decision("pause", "Keep a job from running at its times.", JobMode.PAUSED),
        order("halt", "Disable a ring's deployments; no ring after it opens.", RingOrder.Kind.HALT),
        order("resume", "Go on with a ring that was halted.", RingOrder.Kind.RESUME),
        Route.action(
                "/runs/{run}/approve",
                Role.APPROVER,
                "Have exactly the plan carried out that a run left; one that is stale is refused.",
                ApiAnswers.Begun.class,
                this::approve)
            .withOptional(Approval.class));
  }

  private Route decision(String word, String summary, JobMode mode) {
    return Route.action(
        "/jobs/{job}/" + word,
        Role.OPERATOR,
        summary,
        ApiAnswers.Decided.class,
        request -> decide(request, mode));
  }

  private Route order(String word, String summary, RingOrder.Kind kind) {
    return Route.action(
            "/rings/{ring}/" + word,
            Role.OPERATOR,
            summary,
            ApiAnswers.Begun.class,
            request -> order(request, kind))
        .with(Reason.class);
  }

  private ApiAnswer run(ApiRequest request) {
    JobKind job = JobReads.kind(request);
    if (schedule.manifest().jobs().of(job).isEmpty()) {
      throw ApiProblem.of(
          CONFLICT, ServerCode.NOT_THERE, Message.of("request.unscheduled", "job", job.word()));
    }
    if (!schedule.request(job, schedule.clock().instant(), request.who())) {
      throw ApiProblem.later(
          CONFLICT,
          SOON,
          ServerCode.ALREADY_UNDER_WAY,
          Message.of("request.job-running", "job", job.word()));
    }
    return ApiAnswer.accepted(
        new ApiAnswers.Asked(job.word()), Routes.ROOT + "/jobs/" + job.word());
  }

  private ApiAnswer enable(ApiRequest request) {
    PlanGuard.requireReviewed(
        request.isEmpty() ? Optional.empty() : request.sent(json, Enabling.class).reviewed());
    return decide(request, JobMode.ENABLED);
  }

  private ApiAnswer decide(ApiRequest request, JobMode mode) {
    JobKind job = JobReads.kind(request);
    schedule.history().modes().set(job, mode, schedule.clock().instant(), request.who());
    return ApiAnswer.of(new ApiAnswers.Decided(job.word(), mode.word()));
  }

  private ApiAnswer order(ApiRequest request, RingOrder.Kind kind) {
    String ring = request.part("ring");
    if (schedule.manifest().rings().stream().map(Ring::name).noneMatch(ring::equals)) {
      throw ApiProblem.of(404, ServerCode.NOT_THERE, Message.of("request.ring"));
    }
    String reason = request.sent(json, Reason.class).reason().strip();
    if (!isLine(reason)) {
      throw ApiRequest.refused(Message.of("request.reason"));
    }
    return begun(() -> service.requested().order(new RingOrder(kind, ring, reason), request.who()));
  }

  private ApiAnswer approve(ApiRequest request) {
    long planned = request.number("run");
    StoredPlan stored = schedule.history().runs().plan(planned);
    Approval sent = request.isEmpty() ? Approval.EMPTY : request.sent(json, Approval.class);
    ApprovalNote note =
        new ApprovalNote(line("change", sent.change()), line("comment", sent.comment()));
    requireNobodyLeaves(stored);
    new PlanGuard(schedule.manifest(), schedule.clock().instant())
        .require(stored, sent.servers(), sent.reviewed());
    return begun(() -> {
      OptionalLong run = service.requested().approve(planned, request.who(), note);
      return run.orElseThrow(() ->
          ApiProblem.of(
              CONFLICT,
              ServerCode.ALREADY_UNDER_WAY,
              Message.of("request.plan-running", "run", String.valueOf(planned))));
    });
  }

  private static boolean isLine(String text) {
    return text.matches("(?U)[^\\p{Cntrl}]{1,200}");
  }

  private static Optional<String> line(String name, Optional<String> text) {
    Optional<String> line = text.map(String::strip).filter(each -> !each.isEmpty());
    if (line.filter(each -> !isLine(each)).isPresent()) {
      throw ApiRequest.refused(Message.of("request.line", "name", name));
    }
    return line;
  }

  /**
   * Refuses plans that offboard servers. Offboarding cannot be undone, so it is confirmed
   * separately, for each entry by name.
   */
  private static void requireNobodyLeaves(StoredPlan stored) {
    List<OffboardDecision> leaving = stored.plan().takesOut(true);
    if (!leaving.isEmpty()) {
      throw ApiProblem.of(
          CONFLICT,
          ServerCode.OFFBOARDING_BY_COMMAND,
          Message.of("request.offboarding", "entry", leaving.getFirst().entry()));
    }
  }

  private static ApiAnswer begun(LongSupplier submission) {
    try {
      long run = submission.getAsLong();
      return ApiAnswer.accepted(new ApiAnswers.Begun(run), Routes.ROOT + "/runs/" + run);
    } catch (RejectedExecutionException full) {
      throw ApiProblem.later(503, SOON, ServerCode.SERVICE_BUSY, Message.of("request.busy"));
    }
  }
}
