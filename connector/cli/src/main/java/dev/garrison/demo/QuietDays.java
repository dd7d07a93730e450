package dev.garrison.demo;

import dev.garrison.demo.DemoCompany.Ring;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.History;
import dev.garrison.history.StandingHistory.Change;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.history.StandingPages.Column;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.history.StandingPages.Section;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.language.Text;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobsSection;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.work.JobSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Generated checks of the days between two runs against the simulated site. */
final class QuietDays {
  private static final long SEED = 90;
  private static final int FIRST_DAY = 2;
  private static final Duration TAKES = Duration.ofSeconds(3);
  private static final int ALL = 1000;

  private final Random random = new Random(SEED);
  private final DemoCompany company;
  private final JobSchedule schedule;
  private final History history;
  private final Map<Long, Ending> endings = new HashMap<>();
  private List<Seen> servers = List.of();

  /**
   * Advance of a server.
   *
   * @param opened the day on which its ring opened
   * @param day the day on which it comes to its last state
   */
  private record Ending(int opened, int day, ServerState state) {
    private ServerState on(int now) {
      if (now >= day) {
        return state;
      }
      return now == opened ? ServerState.AWAITING_POLICY : ServerState.WAITING_FOR_WINDOW;
    }
  }

  QuietDays(DemoCompany company, JobSchedule schedule) {
    this.company = company;
    this.schedule = schedule;
    this.history = schedule.history();
  }

  /** Reads the servers as the first run stored them. */
  void begin() {
    servers =
        history.pages().section(new Section(Filter.NONE, Column.NAME, false, 0, ALL)).stream()
            .map(row ->
                new Seen(
                    row.ring(),
                    row.place().device(),
                    row.name(),
                    row.system(),
                    Worded.required(ServerState.class, row.state())))
            .toList();
  }

  /** The servers of a ring advance from now on. */
  void open(Ring ring, int day) {
    Set<String> failing = Set.copyOf(company.failing(ring));
    servers.stream()
        .filter(server -> server.ring().equals(ring.word()))
        .filter(server -> server.state() == ServerState.NOT_TARGETED)
        .forEach(server -> {
          boolean fails = failing.contains(server.server());
          endings.put(
              server.device(),
              new Ending(
                  day,
                  day + FIRST_DAY + random.nextInt(fails ? 2 : ring.days()),
                  fails ? ServerState.FAILED : ServerState.ONBOARDED));
        });
  }

  /** The check of a day. */
  void check(int day, Instant at) {
    servers = servers.stream().map(server -> on(day, server)).toList();
    long run = begin(JobKind.STATUS, at);
    Change change = history.standings().keep(run, at, servers::forEach);
    int onboarded = count(ServerState.Group.DONE);
    int attention = count(ServerState.Group.LOOK);
    end(
        run,
        JobKind.STATUS,
        attention > 0 ? JobOutcome.FINDINGS : JobOutcome.DONE,
        JobSummary.ofStatus(onboarded, change.servers(), attention, change.moved()),
        at);
  }

  private Seen on(int day, Seen server) {
    Ending ending = endings.get(server.device());
    return ending == null
        ? server
        : new Seen(
            server.ring(), server.device(), server.server(), server.system(), ending.on(day));
  }

  private int count(ServerState.Group group) {
    return (int) servers.stream().filter(server -> server.state().group() == group).count();
  }

  /** The weekly check for drift, which found nothing. */
  void drift(Instant at) {
    quiet(JobKind.DRIFT, JobOutcome.DONE, Text.of("job-summary.no-drift"), at);
  }

  /** The weekly check of what expires, which found nothing. */
  void expiry(Instant at) {
    quiet(JobKind.EXPIRY, JobOutcome.DONE, Text.of("job-summary.not-expiring"), at);
  }

  /** The night's deletion of old runs, of which there are none. */
  void housekeeping(OffsetDateTime at) {
    LocalDate oldest = at.toLocalDate().minusDays(JobsSection.KEEP_DAYS);
    quiet(
        JobKind.HOUSEKEEPING,
        JobOutcome.DONE,
        Text.of("job-summary.deleted", "runs", 0, "states", 0, "day", oldest),
        at.toInstant());
  }

  /**
   * A run that plans and finds what it found before.
   *
   * @param waiting number of objects that wait
   */
  void planned(JobKind job, int waiting, Instant at) {
    boolean done = waiting == 0;
    quiet(
        job,
        done ? JobOutcome.DONE : JobOutcome.WAITING,
        done ? Text.of("job-summary.up-to-date") : Text.of("job-summary.waiting", "count", waiting),
        at);
  }

  private void quiet(JobKind job, JobOutcome outcome, Text summary, Instant at) {
    end(begin(job, at), job, outcome, summary.toString(), at);
  }

  private long begin(JobKind job, Instant at) {
    return history
        .runs()
        .begin(job, JobRun.Reason.SCHEDULE, schedule.who(), history.modes().of(job), at);
  }

  private void end(long run, JobKind job, JobOutcome outcome, String summary, Instant at) {
    history.runs().end(run, job, JobReport.of(outcome, summary), at.plus(TAKES));
  }
}
