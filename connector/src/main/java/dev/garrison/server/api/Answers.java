package dev.garrison.server.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The forms of answers. */
final class Answers {
  private Answers() {}

  /** Whether something works. */
  record Health(String status) {}

  /**
   * How many servers are in a state.
   *
   * @param group what the state has in common with others
   */
  record StateCount(String state, String group, int servers) {}

  /** The servers of a ring, or with an operating system. */
  record Share(String name, int servers, List<StateCount> states) {}

  /** Where all servers stand. */
  record Status(
      String manifest,
      String site,
      Optional<Instant> observed,
      int servers,
      List<StateCount> states,
      List<Share> rings,
      List<Share> systems) {}

  /**
   * One ring.
   *
   * @param servers those of the ring, wherever they stand
   * @param standing where it stood at the last look; empty before there was one
   */
  record Ring(
      String name,
      int position,
      List<String> collections,
      int maxDevices,
      int servers,
      List<StateCount> states,
      Gate gate,
      Optional<Standing> standing) {}

  /** What the servers of a ring must show before the next one opens: percents, and times. */
  record Gate(int onboarded, int failed, int reporting, long soakHours, long stalledAfterHours) {}

  /**
   * Where a ring stands.
   *
   * @param state waiting, open, soaking, passed, stalled or halted
   * @param reason why, as a clause
   * @param at when that was seen
   * @param opened when its first deployment was made
   * @param targets the servers that its gate is about
   */
  record Standing(
      String state,
      String reason,
      Instant at,
      Optional<Instant> opened,
      Optional<Targets> targets) {}

  /** Servers that a ring's deployments target; each is one of the others. */
  record Targets(int servers, int onboarded, int failed, int underWay, int notReady, int silent) {}

  record Rings(Optional<Instant> observed, List<Ring> rings) {}

  record Server(
      String name, String ring, String system, String state, String group, Instant since) {}

  /**
   * A page of servers.
   *
   * @param next 'after' of the next page
   */
  record Servers(Optional<Instant> observed, List<Server> servers, Optional<String> next) {}

  record Stay(String ring, String system, String state, Instant since, Optional<Instant> until) {}

  /** One server's story, the latest first. */
  record Story(String name, List<Stay> states) {}

  record Count(Instant at, String ring, String system, String state, int servers) {}

  record Counts(Instant since, List<Count> counts) {}

  record Job(
      String job,
      String purpose,
      String mode,
      Optional<String> schedule,
      List<String> autoApply,
      Optional<Instant> next,
      Optional<Run> last) {}

  record Jobs(List<Job> jobs) {}

  /**
   * One run of a job.
   *
   * @param planKept whether a plan of it waits for approval
   */
  record Run(
      long run,
      String job,
      String reason,
      String startedBy,
      String mode,
      Instant started,
      Optional<Instant> ended,
      String outcome,
      String summary,
      boolean planKept,
      List<Finding> findings,
      List<Journaled> journals) {}

  record Finding(String code, String severity, String problem, String remedy) {}

  record Journaled(String run, String head) {}

  /**
   * Runs, the newest first.
   *
   * @param next 'before' of the next page
   */
  record Runs(List<Run> runs, Optional<Long> next) {}

  /**
   * A run in the journal.
   *
   * @param ended whether it ended by itself
   */
  record JournalRun(
      String run,
      Optional<Instant> at,
      String user,
      String host,
      Optional<String> change,
      boolean ended,
      int done,
      int failed,
      int waiting) {}

  /** The newest runs first. */
  record Journal(String site, int total, List<JournalRun> runs) {}

  /**
   * Whether the chain of journals is whole.
   *
   * @param head the digest of its newest line
   */
  record Verdict(
      String site,
      boolean whole,
      int runs,
      int entries,
      String head,
      List<String> problems,
      List<String> torn) {}

  /** A run that was begun. */
  record Begun(long run) {}

  /** A job that the service was asked to run. */
  record Asked(String job) {}

  /** How far a job may go now. */
  record Decided(String job, String mode) {}
}
