package dev.garrison.server.reading;

import dev.garrison.history.StandingHistory;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobRun;
import dev.garrison.job.RunOrigin;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.ChangeKind;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.Run;
import dev.garrison.state.StoredPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs, their runs, the plans that they left, and the journals. */
public final class JobReading {
  private final JobSchedule schedule;
  private final Json json;

  public JobReading(JobSchedule schedule, Json json) {
    this.schedule = schedule;
    this.json = json;
  }

  /** All jobs. */
  public ApiAnswers.Jobs jobs() {
    Map<JobKind, JobMode> modes = schedule.history().modes().all();
    List<ApiAnswers.Job> jobs = new ArrayList<>();
    for (JobKind kind : JobKind.values()) {
      jobs.add(job(kind, modes));
    }
    return new ApiAnswers.Jobs(jobs);
  }

  /** One job. */
  public ApiAnswers.Job job(JobKind kind) {
    return job(kind, schedule.history().modes().all());
  }

  private ApiAnswers.Job job(JobKind kind, Map<JobKind, JobMode> modes) {
    Optional<JobSection> section = schedule.manifest().jobs().of(kind);
    return new ApiAnswers.Job(
        kind.word(),
        kind.purpose(),
        modes.getOrDefault(kind, JobMode.PLAN_ONLY).word(),
        section.map(each -> each.rhythm().words()),
        section
            .map(each -> each.autoApply().stream().map(ChangeKind::word).sorted().toList())
            .orElse(List.of()),
        section.flatMap(_ -> schedule.next(kind)),
        schedule.history().runs().latest(Optional.of(kind), 1).stream()
            .findFirst()
            .map(JobReading::run));
  }

  /**
   * A page of runs, newest first.
   *
   * @param job the job; empty: all jobs
   * @param before the number of the last run on the previous page
   */
  public ApiAnswers.Runs runs(Optional<JobKind> job, long before, int limit) {
    List<JobRun> runs = schedule.history().runs().latest(job, before, limit + 1);
    List<JobRun> shown = runs.subList(0, Math.min(limit, runs.size()));
    return new ApiAnswers.Runs(
        shown.stream().map(JobReading::run).toList(),
        runs.size() > limit ? Optional.of(shown.getLast().id()) : Optional.empty());
  }

  /**
   * One run.
   *
   * @throws dev.garrison.diagnostic.RefusalException where there is none of this number
   */
  public ApiAnswers.Run run(long number) {
    return run(schedule.history().runs().get(number));
  }

  /** Problems that runs found, and that no later run found solved. */
  public ApiAnswers.Wrongs wrong() {
    return new ApiAnswers.Wrongs(
        schedule.history().facts().present(schedule.clock().instant()).stream()
            .map(known ->
                new ApiAnswers.Wrong(
                    known.fact().kind().word(),
                    ApiAnswers.Finding.of(known.fact().finding()),
                    known.since()))
            .toList());
  }

  /** The run of a job with a number, if it wrote this journal, or can still write it. */
  public Optional<ApiAnswers.Run> wrote(long number, String journal) {
    return schedule.history().runs().latest(Optional.empty(), number + 1, 1).stream()
        .filter(run ->
            run.id() == number
                && (run.ended().isEmpty()
                    || run.journals().stream().anyMatch(each -> each.run().equals(journal))))
        .findFirst()
        .map(JobReading::run);
  }

  /** The runs that left a plan waiting for approval, newest first. */
  public List<ApiAnswers.Run> planned() {
    return schedule.history().runs().planned().stream().map(JobReading::run).toList();
  }

  /** The plan that a run left for approval; empty where there is none any more. */
  public Optional<StoredPlan> kept(long number) {
    return schedule.history().runs().kept(number);
  }

  /** The run that took the place of the plan that a run left. */
  public Optional<ApiAnswers.Run> successor(long number) {
    return schedule
        .history()
        .runs()
        .successor(schedule.history().runs().get(number))
        .map(JobReading::run);
  }

  /**
   * The plan that a run left for approval.
   *
   * @throws dev.garrison.diagnostic.RefusalException where it left none
   */
  public StoredPlan plan(long number) {
    return schedule.history().runs().plan(number);
  }

  /**
   * Servers whose state changed in a run that has ended, by name.
   *
   * @param skipped number of servers before these
   */
  public List<StandingHistory.Move> moves(ApiAnswers.Run run, int skipped, int most) {
    return run.ended()
        .map(ended -> schedule.history().standings().moves(run.started(), ended, skipped, most))
        .orElse(List.of());
  }

  private static ApiAnswers.Run run(JobRun run) {
    return new ApiAnswers.Run(
        run.id(),
        run.job().word(),
        run.reason().word(),
        run.startedBy(),
        run.mode().word(),
        run.started(),
        run.ended(),
        run.outcomeWord(),
        run.summary(),
        run.planKept(),
        run.findings().stream().map(ApiAnswers.Finding::of).toList(),
        run.journals().stream().map(ApiAnswers.Journaled::of).toList(),
        Optional.of(run.origin()).filter(each -> !each.equals(RunOrigin.NONE)));
  }

  /** Names of the journals: the site's, and that of the update servers. */
  public List<String> journals() {
    return schedule.manifest().wsus().servers().isEmpty()
        ? List.of(site())
        : List.of(site(), JournalFolder.UPDATE_SERVERS);
  }

  /** The journal into which a job writes. */
  public String journalOf(JobKind job) {
    return job == JobKind.SENSOR_UPDATE ? JournalFolder.UPDATE_SERVERS : site();
  }

  /** The newest runs in the journal of the site. */
  public ApiAnswers.Journal journal(int limit) {
    return journal(site(), limit);
  }

  /**
   * The newest runs in a journal.
   *
   * @param site one of {@link #journals()}
   */
  public ApiAnswers.Journal journal(String site, int limit) {
    JournalFolder.Newest newest = folder(site).newest(limit);
    return new ApiAnswers.Journal(
        site, newest.total(), newest.runs().stream().map(JobReading::journaled).toList());
  }

  /** The lines of one run; empty where this journal has no run of this name. */
  public Optional<List<JournalEntry>> entries(String site, String run) {
    if (!journals().contains(site)) {
      return Optional.empty();
    }
    JournalFolder folder = folder(site);
    return folder.runs().contains(run) ? Optional.of(folder.entries(run)) : Optional.empty();
  }

  private static ApiAnswers.JournalRun journaled(JournalFolder.Summary journal) {
    Optional<Run> run = journal.run();
    Optional<JournalEntry.End> end = journal.end();
    return new ApiAnswers.JournalRun(
        journal.name(),
        run.map(Run::at),
        run.map(Run::osUser).orElse(""),
        run.map(Run::host).orElse(""),
        run.flatMap(Run::changeId),
        end.isPresent(),
        journal.damaged(),
        end.map(JournalEntry.End::done).orElse(0),
        end.map(JournalEntry.End::failed).orElse(0),
        end.map(JournalEntry.End::waiting).orElse(0));
  }

  /** Checks that every line of the journals follows the one before it. Reads all of them. */
  public ApiAnswers.Verdict verdict() {
    return verdict(site());
  }

  /** Checks one of the {@link #journals()}. */
  public ApiAnswers.Verdict verdict(String site) {
    JournalFolder.Verdict verdict = folder(site).verify();
    return new ApiAnswers.Verdict(
        site,
        verdict.problems().isEmpty(),
        verdict.runs(),
        verdict.entries(),
        verdict.head(),
        verdict.problems(),
        verdict.torn());
  }

  /** The journals by their names. */
  public Map<String, JournalFolder> folders() {
    Map<String, JournalFolder> folders = new LinkedHashMap<>();
    journals().forEach(name -> folders.put(name, folder(name)));
    return folders;
  }

  private JournalFolder folder(String site) {
    return new JournalFolder(json, schedule.open().folder().state(), site);
  }

  private String site() {
    return schedule.manifest().site().code();
  }
}
