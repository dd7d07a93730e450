package dev.garrison.server.page;

import dev.garrison.job.JobRun;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.state.StoredPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Plans that wait for approval, with their expiry. */
final class WaitingPlans {
  private final JobSchedule schedule;

  /** Expiry of each plan, by its run. A plan is read once. */
  private final Map<Long, Optional<Instant>> expiries = new ConcurrentHashMap<>();

  WaitingPlans(JobSchedule schedule) {
    this.schedule = schedule;
  }

  /** Number of plans that can be approved. */
  int open(Instant now) {
    List<Long> runs = runs();
    return runs.size() - expired(runs, now).size();
  }

  /** Runs whose plans have expired. */
  List<Long> expired(Instant now) {
    return expired(runs(), now);
  }

  private List<Long> runs() {
    List<Long> runs = schedule.history().runs().planned().stream().map(JobRun::id).toList();
    expiries.keySet().retainAll(runs);
    return runs;
  }

  private List<Long> expired(List<Long> runs, Instant now) {
    return runs.stream()
        .filter(run -> expiry(run).filter(at -> !now.isBefore(at)).isPresent())
        .toList();
  }

  private Optional<Instant> expiry(long run) {
    return expiries.computeIfAbsent(
        run, id -> schedule.history().runs().kept(id).map(StoredPlan::expires));
  }
}
