package dev.garrison.jobaccess;

import dev.garrison.history.Outbox;
import dev.garrison.history.StandingHistory;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.login.AccessToken;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.FleetReading;
import dev.garrison.server.reading.JobReading;
import dev.garrison.state.StoredPlan;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The history that this process has open. */
record OwnJobAccess(JobSchedule schedule) implements JobAccess {
  @Override
  public String schemaVersion() {
    return schedule.open().database().schemaVersion();
  }

  @Override
  public Map<JobKind, JobMode> modes() {
    return schedule.history().modes().all();
  }

  @Override
  public void decide(JobKind job, JobMode mode, Instant at, String who) {
    schedule.history().modes().set(job, mode, at, who);
  }

  @Override
  public Map<JobKind, Instant> next() {
    Map<JobKind, Instant> next = new EnumMap<>(JobKind.class);
    for (JobKind job : JobKind.values()) {
      schedule.next(job).ifPresent(at -> next.put(job, at));
    }
    return next;
  }

  @Override
  public List<JobRun> latest(Optional<JobKind> job, int most) {
    return schedule.history().runs().latest(job, most);
  }

  @Override
  public Optional<JobRun> latestOwn(JobKind job) {
    return schedule.history().runs().latestOwn(job, 1).stream().findFirst();
  }

  @Override
  public JobRun run(long number) {
    return schedule.history().runs().get(number);
  }

  @Override
  public StoredPlan plan(long number) {
    return schedule.history().runs().plan(number);
  }

  @Override
  public boolean request(JobKind job, Instant at, String who) {
    return schedule.request(job, at, who);
  }

  @Override
  public List<StandingHistory.Stay> stays(String server, int most) {
    return schedule.history().standings().of(server, most);
  }

  @Override
  public List<StandingHistory.Count> counts(Instant since) {
    return schedule.history().standings().counts(since);
  }

  @Override
  public Set<String> known(Collection<String> words) {
    return schedule.history().standings().known(words);
  }

  @Override
  public List<Outbox.Tally> amiss(Instant since) {
    return schedule.history().outbox().amiss(since);
  }

  @Override
  public List<AccessToken> tokens() {
    return schedule.history().tokens().all();
  }

  @Override
  public boolean addToken(AccessToken token) {
    return schedule.history().tokens().add(token);
  }

  @Override
  public boolean revokeToken(String name, Instant at, String who) {
    return schedule.history().tokens().revoke(name, at, who);
  }

  @Override
  public ApiAnswers.Jobs jobs() {
    return new JobReading(schedule, new Json()).jobs();
  }

  @Override
  public ApiAnswers.Runs runs(int most) {
    return new JobReading(schedule, new Json()).runs(Optional.empty(), Long.MAX_VALUE, most);
  }

  @Override
  public ApiAnswers.Rings rings() {
    return fleet().rings();
  }

  @Override
  public ApiAnswers.Status status() {
    return fleet().status();
  }

  private FleetReading fleet() {
    return new FleetReading(schedule.manifest(), schedule.history(), schedule.clock());
  }
}
