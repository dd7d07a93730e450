package dev.garrison.server.api;

import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Message;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.JobReading;
import dev.garrison.state.StoredPlan;
import java.util.List;
import java.util.Optional;

/** Routes of jobs, their runs, the plans that they left, and the journals. */
final class JobReads {
  private static final int MOST_RUNS = 200;
  private static final int RUNS = 50;
  private static final String LIMIT = "limit";

  private final JobReading jobs;

  JobReads(JobReading jobs) {
    this.jobs = jobs;
  }

  List<Route> routes() {
    return List.of(
        Route.reading(
            "/jobs",
            "The jobs: mode, schedule, next and last run.",
            List.of(),
            ApiAnswers.Jobs.class,
            _ -> ApiAnswer.of(jobs.jobs())),
        Route.reading(
            "/jobs/{job}",
            "One job.",
            List.of(),
            ApiAnswers.Job.class,
            request -> ApiAnswer.of(jobs.job(kind(request)))),
        Route.reading(
            "/findings",
            "What runs found wrong and no later run found right, the oldest first.",
            List.of(),
            ApiAnswers.Wrongs.class,
            _ -> ApiAnswer.of(jobs.wrong())),
        Route.reading(
            "/runs",
            "Runs of jobs, the newest first.",
            List.of(
                Parameter.text("job", "Of one job."),
                Parameter.number("before", "The 'next' of the page before."),
                Parameter.number(LIMIT, "How many, at most 200; 50 unless given.")),
            ApiAnswers.Runs.class,
            request -> ApiAnswer.of(runs(request))),
        Route.reading(
            "/runs/{run}",
            "One run with everything that is kept of it.",
            List.of(),
            ApiAnswers.Run.class,
            request -> ApiAnswer.of(jobs.run(request.number("run")))),
        Route.reading(
            "/runs/{run}/plan",
            "The plan that a run left to be approved, as 'garrison job plan' writes it.",
            List.of(),
            StoredPlan.Form.class,
            request -> ApiAnswer.of(jobs.plan(request.number("run")).form())),
        Route.reading(
            "/journal",
            "The newest runs in the journal.",
            List.of(Parameter.number(LIMIT, "How many, at most 200; 50 unless given.")),
            ApiAnswers.Journal.class,
            request -> ApiAnswer.of(jobs.journal(request.number(LIMIT, 1, MOST_RUNS, RUNS)))),
        Route.reading(
            "/journal/verdict",
            "Whether every line of the journals follows the one before it. Reads all of them.",
            List.of(),
            ApiAnswers.Verdict.class,
            _ -> ApiAnswer.of(jobs.verdict())));
  }

  /** The job that the address names. */
  static JobKind kind(ApiRequest request) {
    return Worded.of(JobKind.class, request.part("job"))
        .orElseThrow(
            () -> ApiProblem.of(404, ServerCode.NOT_THERE, Message.of("request.job-path")));
  }

  private ApiAnswers.Runs runs(ApiRequest request) {
    Optional<JobKind> job =
        request
            .text("job")
            .map(word ->
                Worded.of(JobKind.class, word)
                    .orElseThrow(() -> ApiRequest.refused(Message.of("request.job"))));
    return jobs.runs(
        job,
        request.number("before", 1, Integer.MAX_VALUE, Integer.MAX_VALUE),
        request.number(LIMIT, 1, MOST_RUNS, RUNS));
  }
}
