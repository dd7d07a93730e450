package dev.garrison.jobaccess;

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
 * All requests of commands to the history of jobs, and to the service that has it open. No two
 * requests have one name, because a request is sent to another process by its name.
 */
public interface JobAccess {
  /** The number of the newest migration of the database. */
  String schemaVersion();

  /** Modes of the jobs whose mode was set. */
  Map<JobKind, JobMode> modes();

  /** Sets the mode of a job. */
  void decide(JobKind job, JobMode mode, Instant at, String who);

  /** Next time of each job, as far as a service has read its schedule. */
  Map<JobKind, Instant> next();

  /** The latest runs, newest first. */
  List<JobRun> latest(Optional<JobKind> job, int most);

  /** The last run of the job itself, by schedule or by command. */
  Optional<JobRun> latestOwn(JobKind job);

  /**
   * One run.
   *
   * @throws dev.garrison.diagnostic.RefusalException where there is none of this number
   */
  JobRun run(long number);

  /**
   * The plan of a run that waits for approval.
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

  /** History of one server, the latest state first. */
  List<StandingHistory.Stay> stays(String server, int most);

  /** The counts of every observation since a time, oldest first. */
  List<StandingHistory.Count> counts(Instant since);

  /** Those of these words, in capitals, that are names of known servers. */
  Set<String> known(Collection<String> words);

  /** Webhooks that have not accepted messages since then. */
  List<Outbox.Tally> amiss(Instant since);

  /** All tokens, by name. */
  List<AccessToken> tokens();

  /**
   * Stores a new token.
   *
   * @return false where there is or was one of this name
   */
  boolean addToken(AccessToken token);

  /**
   * Revokes a token.
   *
   * @return false where there is none of this name, or it is revoked already
   */
  boolean revokeToken(String name, Instant at, String who);

  /** All jobs, as the API shows them. */
  ApiAnswers.Jobs jobs();

  /** The latest runs, newest first, as the API shows them. */
  ApiAnswers.Runs runs(int most);

  /** Status of each ring, as the API shows it. */
  ApiAnswers.Rings rings();

  /** Status of all servers, as the API shows it. */
  ApiAnswers.Status status();
}
