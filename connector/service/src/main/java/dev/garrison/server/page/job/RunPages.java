package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.lasting;

import dev.garrison.diagnostic.Worded;
import dev.garrison.history.StandingHistory;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.RunOrigin;
import dev.garrison.language.Message;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Links;
import dev.garrison.server.page.frame.Moment;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.JobReading;
import dev.garrison.state.JournalFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages about jobs, and the results of their runs. */
final class RunPages {
  private static final int MOST = 50;

  /** Delay after which a time counts as missed; jobs that write wait for each other. */
  private static final Duration GRACE = Duration.ofMinutes(15);

  private final JobReading jobs;
  private final JournalCounts counts;

  RunPages(JobReading jobs, JournalCounts counts) {
    this.jobs = jobs;
    this.counts = counts;
  }

  /** Content of the list of jobs. */
  record Jobs(Frame frame, List<ApiAnswers.Job> jobs) {}

  /**
   * Content of the list of runs.
   *
   * @param job the job to which the list is limited
   * @param next the address of the next page
   */
  record Runs(
      Frame frame,
      Optional<String> job,
      List<String> jobs,
      List<ApiAnswers.Run> runs,
      boolean isFirst,
      Optional<String> next) {}

  /**
   * Content of the page of one run.
   *
   * @param journal into which the run wrote
   * @param counts results of its runs of the journal, in words by name
   * @param superseded the run that took the place of its plan
   * @param moves of servers; empty for a run that did not check them
   */
  record One(
      Frame frame,
      ApiAnswers.Run run,
      String journal,
      Map<String, String> counts,
      Optional<ApiAnswers.Run> superseded,
      Optional<Moves> moves) {
    RunOrigin origin() {
      return run.origin().orElse(RunOrigin.NONE);
    }

    /** Time at which the run was due, if it missed that time. */
    Optional<Instant> late() {
      return missed(run);
    }

    /** Time from the due time to the start. */
    String delay() {
      return lasting(Duration.between(origin().due().orElse(run.started()), run.started()));
    }

    boolean isRunning() {
      return run.ended().isEmpty();
    }

    /** Whether it wrote to WSUS servers, and not to the site. */
    boolean isOnUpdateServers() {
      return journal.equals(JournalFolder.UPDATE_SERVERS);
    }
  }

  /**
   * A page of the servers whose state changed in a run.
   *
   * @param next the address of the next page
   */
  record Moves(List<StandingHistory.Move> servers, boolean isFirst, Optional<String> next) {}

  List<Page> pages() {
    return List.of(
        new Page(
            Tab.JOBS.path(),
            request -> new View("job/jobs", new Jobs(request.frame(), scheduledFirst()))),
        new Page(Tab.RUNS.path(), this::list),
        new Page("/runs/{run}", this::one));
  }

  private List<ApiAnswers.Job> scheduledFirst() {
    return jobs.jobs().jobs().stream()
        .sorted(Comparator.comparing(job -> job.schedule().isEmpty()))
        .toList();
  }

  private View one(PageRequest request) {
    ApiAnswers.Run run = jobs.run(request.number("run"));
    String journal = jobs.journalOf(kind(run.job()));
    return new View(
        "job/run",
        new One(
            request.frame(),
            run,
            journal,
            counts(journal, run),
            run.outcome().equals(JobOutcome.PENDING.word()) && !run.planKept()
                ? jobs.successor(run.run())
                : Optional.empty(),
            run.job().equals(JobKind.STATUS.word()) && run.ended().isPresent()
                ? Optional.of(moves(run, request.text("page")))
                : Optional.empty()));
  }

  private Map<String, String> counts(String journal, ApiAnswers.Run run) {
    Map<String, String> words = new HashMap<>();
    run.journals()
        .forEach(
            each -> counts.of(journal, each.run()).ifPresent(text -> words.put(each.run(), text)));
    return words;
  }

  private Moves moves(ApiAnswers.Run run, Optional<String> asked) {
    int page =
        asked.filter(text -> text.matches("[1-9][0-9]{0,6}")).map(Integer::parseInt).orElse(1);
    List<StandingHistory.Move> servers = jobs.moves(run, (page - 1) * MOST, MOST + 1);
    return new Moves(
        servers.subList(0, Math.min(MOST, servers.size())),
        page == 1,
        servers.size() > MOST
            ? Optional.of("/runs/%d?page=%d#moves".formatted(run.run(), page + 1))
            : Optional.empty());
  }

  private View list(PageRequest request) {
    Optional<JobKind> job = request.text("job").map(RunPages::kind);
    long before =
        request
            .text("before")
            .filter(text -> text.matches("[1-9][0-9]{0,17}"))
            .map(Long::parseLong)
            .orElse(Long.MAX_VALUE);
    ApiAnswers.Runs runs = jobs.runs(job, before, MOST);
    return new View(
        "job/runs",
        new Runs(
            request.frame(),
            job.map(JobKind::word),
            Worded.words(JobKind.class),
            runs.runs(),
            before == Long.MAX_VALUE,
            runs.next().map(next -> address(job, next))));
  }

  /** Time at which the schedule wanted a run, if it started much later. */
  static Optional<Instant> missed(ApiAnswers.Run run) {
    return run.origin()
        .flatMap(RunOrigin::due)
        .filter(due -> due.plus(GRACE).isBefore(run.started()));
  }

  /** Whether the time of a job's next run has passed, and no run of it has begun. */
  static boolean isOverdue(ApiAnswers.Job job, Instant now) {
    return !job.mode().equals(JobMode.PAUSED.word())
        && job.last().filter(run -> run.ended().isEmpty()).isEmpty()
        && job.next().filter(next -> next.plus(GRACE).isBefore(now)).isPresent();
  }

  private static String address(Optional<JobKind> job, long before) {
    Map<String, String> query = new LinkedHashMap<>();
    job.ifPresent(kind -> query.put("job", kind.word()));
    query.put("before", String.valueOf(before));
    return Links.to(Tab.RUNS.path(), query);
  }

  private static JobKind kind(String word) {
    return Worded.of(JobKind.class, word)
        .orElseThrow(() -> PageRequest.missing(Message.of("request.page-job")));
  }

  /** Duration of a run; for a run under way, the time since its start. */
  static String took(ApiAnswers.Run run, Moment moment) {
    return lasting(Duration.between(run.started(), run.ended().orElse(moment.now())));
  }
}
