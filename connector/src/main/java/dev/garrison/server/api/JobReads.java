package dev.garrison.server.api;

import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobRun;
import dev.garrison.job.service.JobDesk;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.record.JournalEntry;
import dev.garrison.record.JournalFolder;
import dev.garrison.record.Run;
import dev.garrison.record.StoredPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs, their runs, the plans that they left, and the journals. */
final class JobReads {
  private static final int MOST_RUNS = 200;
  private static final int RUNS = 50;
  private static final String LIMIT = "limit";

  private final JobDesk desk;
  private final Json json;

  JobReads(JobDesk desk, Json json) {
    this.desk = desk;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        Route.reading(
            "/jobs",
            "The jobs: mode, schedule, next and last run.",
            List.of(),
            Answers.Jobs.class,
            _ -> ApiAnswer.of(jobs())),
        Route.reading(
            "/jobs/{job}",
            "One job.",
            List.of(),
            Answers.Job.class,
            request -> ApiAnswer.of(job(kind(request), desk.modes().all()))),
        Route.reading(
            "/runs",
            "Runs of jobs, the newest first.",
            List.of(
                Parameter.text("job", "Of one job."),
                Parameter.number("before", "The 'next' of the page before."),
                Parameter.number(LIMIT, "How many, at most 200; 50 unless given.")),
            Answers.Runs.class,
            request -> ApiAnswer.of(runs(request))),
        Route.reading(
            "/runs/{run}",
            "One run with everything that is kept of it.",
            List.of(),
            Answers.Run.class,
            request -> ApiAnswer.of(run(desk.runs().get(request.number("run"))))),
        Route.reading(
            "/runs/{run}/plan",
            "The plan that a run left to be approved, as 'garrison job plan' writes it.",
            List.of(),
            StoredPlan.class,
            request -> ApiAnswer.of(desk.runs().plan(request.number("run")))),
        Route.reading(
            "/journal",
            "The newest runs in the journal.",
            List.of(Parameter.number(LIMIT, "How many, at most 200; 50 unless given.")),
            Answers.Journal.class,
            request -> ApiAnswer.of(journal(request.number(LIMIT, 1, MOST_RUNS, RUNS)))),
        Route.reading(
            "/journal/verdict",
            "Whether every line of the journals follows the one before it. Reads all of them.",
            List.of(),
            Answers.Verdict.class,
            _ -> ApiAnswer.of(verdict())));
  }

  /** The job that the address names. */
  static JobKind kind(ApiRequest request) {
    return JobKind.of(request.part("job"))
        .orElseThrow(() ->
            ApiProblem.of(
                404,
                ServerCode.NOT_THERE,
                "There is no job of this name.",
                "GET /api/v1/jobs lists them."));
  }

  private Answers.Jobs jobs() {
    Map<JobKind, JobMode> modes = desk.modes().all();
    List<Answers.Job> jobs = new ArrayList<>();
    for (JobKind kind : JobKind.values()) {
      jobs.add(job(kind, modes));
    }
    return new Answers.Jobs(jobs);
  }

  private Answers.Job job(JobKind kind, Map<JobKind, JobMode> modes) {
    Optional<JobSection> section = desk.manifest().jobs().of(kind);
    return new Answers.Job(
        kind.word(),
        kind.purpose(),
        modes.getOrDefault(kind, JobMode.PLAN_ONLY).word(),
        section.map(each -> each.rhythm().words()),
        section
            .map(each -> each.autoApply().stream().map(ChangeKind::word).sorted().toList())
            .orElse(List.of()),
        section.flatMap(_ -> desk.next(kind)),
        desk.runs().latest(Optional.of(kind), 1).stream().findFirst().map(JobReads::run));
  }

  private Answers.Runs runs(ApiRequest request) {
    Optional<JobKind> job =
        request
            .text("job")
            .map(word ->
                JobKind.of(word)
                    .orElseThrow(() -> ApiRequest.refused("There is no job of this name.")));
    int limit = request.number(LIMIT, 1, MOST_RUNS, RUNS);
    int before = request.number("before", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    List<JobRun> runs = desk.runs().latest(job, before, limit + 1);
    List<JobRun> shown = runs.subList(0, Math.min(limit, runs.size()));
    return new Answers.Runs(
        shown.stream().map(JobReads::run).toList(),
        runs.size() > limit ? Optional.of(shown.getLast().id()) : Optional.empty());
  }

  private static Answers.Run run(JobRun run) {
    return new Answers.Run(
        run.id(),
        run.job().word(),
        run.reason().word(),
        run.startedBy(),
        run.mode().word(),
        run.started(),
        run.ended(),
        run.outcome().map(JobOutcome::word).orElse("running"),
        run.summary(),
        run.planKept(),
        run.findings().stream()
            .map(each ->
                new Answers.Finding(each.code(), each.severity(), each.problem(), each.remedy()))
            .toList(),
        run.journals().stream()
            .map(each -> new Answers.Journaled(each.run(), each.head()))
            .toList());
  }

  private Answers.Journal journal(int limit) {
    JournalFolder folder = folder();
    List<String> runs = folder.runs();
    List<Answers.JournalRun> newest =
        runs.reversed().stream()
            .limit(limit)
            .map(run -> journaled(run, folder.entries(run)))
            .toList();
    return new Answers.Journal(site(), runs.size(), newest);
  }

  private static Answers.JournalRun journaled(String name, List<JournalEntry> entries) {
    Optional<Run> run = entries.stream().flatMap(entry -> entry.run().stream()).findFirst();
    Optional<JournalEntry.End> end =
        entries.stream().flatMap(entry -> entry.end().stream()).findFirst();
    return new Answers.JournalRun(
        name,
        run.map(Run::at),
        run.map(Run::osUser).orElse(""),
        run.map(Run::host).orElse(""),
        run.flatMap(Run::changeId),
        end.isPresent(),
        end.map(JournalEntry.End::done).orElse(0),
        end.map(JournalEntry.End::failed).orElse(0),
        end.map(JournalEntry.End::waiting).orElse(0));
  }

  private Answers.Verdict verdict() {
    JournalFolder.Verdict verdict = folder().verify();
    return new Answers.Verdict(
        site(),
        verdict.problems().isEmpty(),
        verdict.runs(),
        verdict.entries(),
        verdict.head(),
        verdict.problems(),
        verdict.torn());
  }

  private JournalFolder folder() {
    return new JournalFolder(json, desk.state(), site());
  }

  private String site() {
    return desk.manifest().site().code();
  }
}
