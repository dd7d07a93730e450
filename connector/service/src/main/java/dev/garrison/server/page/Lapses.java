package dev.garrison.server.page;

import dev.garrison.history.History;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.server.page.frame.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts that pages show and that begin with time alone, such as data that is out of date. */
final class Lapses {
  /** Delay after which a job counts as overdue. */
  private static final Duration GRACE = Duration.ofMinutes(15);

  private final JobSchedule schedule;
  private final WaitingPlans plans;

  Lapses(JobSchedule schedule, WaitingPlans plans) {
    this.schedule = schedule;
    this.plans = plans;
  }

  /** Names of the facts that are true now. */
  List<String> now() {
    History history = schedule.history();
    Moment moment = new Moment(schedule.clock().instant(), schedule.zone());
    List<String> names = new ArrayList<>();
    if (Freshness.warning(schedule, moment).isPresent()) {
      names.add("stale");
    }
    if (history.pages().observed().filter(moment::isOld).isPresent()) {
      names.add("old check");
    }
    if (history.updates().latest().filter(seen -> moment.isOld(seen.at())).isPresent()) {
      names.add("old updates");
    }
    for (JobKind job : JobKind.values()) {
      Optional<Instant> due = schedule.manifest().jobs().of(job).flatMap(_ -> schedule.next(job));
      if (due.filter(at -> at.plus(GRACE).isBefore(moment.now())).isPresent()) {
        names.add("overdue " + job.word());
      }
    }
    plans.expired(moment.now()).forEach(run -> names.add("expired plan " + run));
    return names;
  }
}
