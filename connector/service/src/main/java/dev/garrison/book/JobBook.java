package dev.garrison.book;

import dev.garrison.history.Outbox;
import dev.garrison.history.StandingHistory;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobRun;
import dev.garrison.login.AccessToken;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.state.StoredPlan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that commands may ask of the history of jobs, and of the service that has it open. No two
 * requests have one name: by its name a request goes to another process.
 */
public interface JobBook {
  /** The number of the newest migration of the database. */
  String schemaVersion();

  /** How far the jobs may go about which somebody decided. */
  Map<JobKind, JobMode> modes();

  /** Decides how far a job may go. */
  void decide(JobKind job, JobMode mode, Instant at, String who);

  /** When jobs run next, as far as a service has seen their schedules. */
  Map<JobKind, Instant> next();

  /** The newest runs first. */
  List<JobRun> latest(Optional<JobKind> job, int most);

  /** The last run that was the job's own. */
  Optional<JobRun> latestOwn(JobKind job);

  /**
   * One run.
   *
   * @throws dev.garrison.diagnostic.RefusalException where there is none of this number
   */
  JobRun run(long number);

  /**
   * The plan that a run left to be approved.
   *
   * @throws dev.garrison.diagnostic.RefusalException where it left none
   */
  StoredPlan plan(long number);

  /**
   * Asks the service to run a job as soon as it can.
   *
   * @return false where the job has no schedule, or runs already
   */
  boolean request(JobKind job, Instant at, String who);

  /** One server's story, the latest state first. */
  List<StandingHistory.Stay> stays(String server, int most);

  /** The counts of every observation since a time, the oldest first. */
  List<StandingHistory.Count> counts(Instant since);

  /** Which of these words, in capitals, are names of servers that were seen. */
  Set<String> known(Collection<String> words);

  /** Webhooks that did not take what they were sent since then. */
  List<Outbox.Tally> amiss(Instant since);

  /** All tokens, by name. */
  List<AccessToken> tokens();

  /**
   * Keeps a new token.
   *
   * @return false where there is or was one of this name
   */
  boolean addToken(AccessToken token);

  /**
   * Lets a token in no more.
   *
   * @return false where there is none of this name, or it is revoked already
   */
  boolean revokeToken(String name, Instant at, String who);

  /** All jobs, as the API tells of them. */
  ApiAnswers.Jobs jobs();

  /** The newest runs first, as the API tells of them. */
  ApiAnswers.Runs runs(int most);

  /** Where each ring stands, as the API tells it. */
  ApiAnswers.Rings rings();

  /** Where all servers stand, as the API tells it. */
  ApiAnswers.Status status();
}
