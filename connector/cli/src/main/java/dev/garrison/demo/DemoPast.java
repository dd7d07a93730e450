package dev.garrison.demo;

import dev.garrison.demo.DemoCompany.Ring;
import dev.garrison.job.ApprovalNote;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobRun;
import dev.garrison.lab.Lab;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Past of the demonstration.
 *
 * <p>On the days on which a ring or a version advances, the jobs of the service run against the
 * simulated site. The checks of the days between are generated, and stored as the jobs store them.
 */
final class DemoPast {
  /** Days of history. */
  static final int DAYS = 90;

  private static final int LAST = DAYS - 1;
  private static final String APPROVER = "anna.lindqvist";
  private static final Duration UNTIL_APPROVED = Duration.ofHours(3);
  private static final Duration LAST_CHECK = Duration.ofMinutes(20);
  private static final Duration SYNCHRONIZATION = Duration.ofMinutes(10);

  /** The day on which each ring opens. */
  private static final Map<Integer, Ring> OPENINGS =
      Map.of(1, Ring.PILOT, 12, Ring.EARLY, 27, Ring.BROAD, 48, Ring.PASSIVE, 74, Ring.CRITICAL);

  /** Days of other runs of the job: objects are made, gates are met, and the last ring halts. */
  private static final Set<Integer> ROLLOUTS = Set.of(0, 6, 18, 40, 47, 56, 79);

  /** Days on which a version is approved for a ring of WSUS groups. */
  private static final Set<Integer> APPROVALS = Set.of(70, 73, 78, 84, LAST);

  private static final Set<Integer> REPAIRS = Set.of(22, 42, 60);

  /** Deployments of a ring. */
  private static final int DEPLOYMENTS = 9;

  private final Lab lab;
  private final DemoCompany company;
  private final DemoTime time;
  private final JobSchedule schedule;
  private final QuietDays quiet;

  DemoPast(Lab lab, DemoCompany company, DemoTime time, JobSchedule schedule) {
    this.lab = lab;
    this.company = company;
    this.time = time;
    this.schedule = schedule;
    this.quiet = new QuietDays(company, schedule);
  }

  /**
   * Time at which the past begins.
   *
   * @param now a time of the day after its last one, or of that day from noon on
   */
  static Instant start(Instant now) {
    return now.minus(Duration.ofHours(12))
        .truncatedTo(ChronoUnit.DAYS)
        .minus(Duration.ofDays(LAST));
  }

  /**
   * Runs the jobs of all days, and a last check a little before now: it asks servers, which takes
   * time.
   */
  void run(Instant now) throws InterruptedException {
    schedule.takeOver();
    Instant first = lab.clock().instant();
    schedule.history().modes().set(JobKind.ROLLOUT, JobMode.ENABLED, first, APPROVER);
    OffsetDateTime start = first.atOffset(ZoneOffset.UTC);
    for (int number = 0; number < DAYS; number++) {
      day(number, start.plusDays(number));
    }
    run(now.minus(LAST_CHECK).atOffset(ZoneOffset.UTC), JobKind.STATUS, JobRun.Reason.COMMAND);
  }

  private void day(int number, OffsetDateTime day) throws InterruptedException {
    time.jump(day.with(LocalTime.of(2, 0)).toInstant());
    if (number % 7 == 0) {
      company.release(lab.updateServers(), number / 7);
    }
    night(number, day);
    Optional<Ring> opening = Optional.ofNullable(OPENINGS.get(number));
    OffsetDateTime rollout = day.with(LocalTime.of(5, 30));
    if (opening.isPresent() || ROLLOUTS.contains(number)) {
      JobRun run = run(rollout, JobKind.ROLLOUT);
      if (opening.isPresent()) {
        approve(run);
      }
    } else {
      quiet.planned(JobKind.ROLLOUT, DEPLOYMENTS * unopened(number), rollout.toInstant());
    }
    if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
      quiet.drift(day.with(LocalTime.of(7, 0)).toInstant());
      quiet.expiry(day.with(LocalTime.of(7, 30)).toInstant());
    }
    OffsetDateTime check = day.with(LocalTime.of(9, 0));
    if (number == 0) {
      run(check, JobKind.STATUS);
      quiet.begin();
    } else {
      opening.ifPresent(ring -> quiet.open(ring, number));
      quiet.check(number, check.toInstant());
    }
    if (REPAIRS.contains(number)) {
      company.repaired(number).forEach(server -> lab.servers().repair(server));
    }
  }

  /** The jobs before the one that advances the rings. */
  private void night(int number, OffsetDateTime day) throws InterruptedException {
    quiet.housekeeping(day.with(LocalTime.of(3, 30)));
    OffsetDateTime approvals = day.with(LocalTime.of(5, 0));
    if (APPROVALS.contains(number)) {
      synchronize();
      JobRun run = run(approvals, JobKind.SENSOR_UPDATE);
      if (number < LAST) {
        approve(run);
      }
    } else if (number > Collections.min(APPROVALS)) {
      quiet.planned(JobKind.SENSOR_UPDATE, 0, approvals.toInstant());
    }
  }

  /** Number of rings that open after this day. */
  private static int unopened(int number) {
    return (int) OPENINGS.keySet().stream().filter(opening -> opening > number).count();
  }

  /** The WSUS servers synchronize, upstream servers first. */
  private void synchronize() {
    lab.updateServers()
        .all()
        .forEach(server -> {
          server.inConsole(all -> all.synchronisation().startBySchedule());
          time.jump(lab.clock().instant().plus(SYNCHRONIZATION));
        });
  }

  private JobRun run(OffsetDateTime at, JobKind job) throws InterruptedException {
    return run(at, job, JobRun.Reason.SCHEDULE);
  }

  private JobRun run(OffsetDateTime at, JobKind job, JobRun.Reason reason)
      throws InterruptedException {
    time.jump(at.toInstant());
    return done(schedule.runner().run(job, reason));
  }

  private void approve(JobRun run) throws InterruptedException {
    if (run.planKept()) {
      time.jump(run.started().plus(UNTIL_APPROVED));
      ApprovalNote note =
          new ApprovalNote(Optional.of("CHG%07d".formatted(41200 + run.id())), Optional.empty());
      done(schedule.runner().approve(run.id(), APPROVER, note).rest().get());
    }
  }

  private static JobRun done(JobRun run) throws InterruptedException {
    if (run.outcome().filter(JobOutcome.STOPPED::equals).isPresent()) {
      throw new InterruptedException("the demonstration was ended");
    }
    if (run.outcome().filter(JobOutcome.FAILED::equals).isPresent()) {
      throw new IllegalStateException(
          "the demonstration's past failed: %s %s".formatted(run.summary(), run.findings()));
    }
    return run;
  }
}
