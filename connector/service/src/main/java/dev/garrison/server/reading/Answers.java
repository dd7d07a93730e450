package dev.garrison.server.reading;

import dev.garrison.job.UpdatesSeen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The forms of answers. */
public final class Answers {
  private Answers() {}

  /** Whether something works. */
  public record Health(String status, List<String> problems) {}

  /**
   * How many servers are in a state.
   *
   * @param group what the state has in common with others
   */
  public record StateCount(String state, String group, int servers) {}

  /** The servers of a ring, or with an operating system. */
  public record Share(String name, int servers, List<StateCount> states) {}

  /** Where all servers stand. */
  public record Status(
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
  public record Ring(
      String name,
      int position,
      List<String> collections,
      int maxDevices,
      int servers,
      List<StateCount> states,
      Gate gate,
      Optional<Standing> standing) {}

  /** What the servers of a ring must show before the next one opens: percents, and times. */
  public record Gate(
      int onboarded, int failed, int reporting, long soakHours, long stalledAfterHours) {}

  /**
   * Where a ring stands.
   *
   * @param state waiting, open, soaking, passed, stalled or halted
   * @param reason why, as a clause
   * @param at when that was seen
   * @param opened when its first deployment was made
   * @param targets the servers that its gate is about
   */
  public record Standing(
      String state,
      String reason,
      Instant at,
      Optional<Instant> opened,
      Optional<Targets> targets) {}

  /** Servers that a ring's deployments target; each is one of the others. */
  public record Targets(
      int servers, int onboarded, int failed, int underWay, int notReady, int silent) {}

  /** The rings in the order in which they open. */
  public record Rings(Optional<Instant> observed, List<Ring> rings) {}

  /** One server in one ring. */
  public record Server(
      String name, String ring, String system, String state, String group, Instant since) {}

  /**
   * A page of servers.
   *
   * @param next 'after' of the next page
   */
  public record Servers(Optional<Instant> observed, List<Server> servers, Optional<String> next) {}

  /** The time in which a server was in one state. */
  public record Stay(
      String ring, String system, String state, Instant since, Optional<Instant> until) {}

  /** One server's story, the latest first. */
  public record Story(String name, List<Stay> states) {}

  /** How many servers were in a state at a time. */
  public record Count(Instant at, String ring, String system, String state, int servers) {}

  /** The last counts of each day. */
  public record Counts(Instant since, List<Count> counts) {}

  /**
   * The sensor's updates on the update servers, as the job 'status' saw them last.
   *
   * @param observed when; empty where no run looked
   */
  public record Updates(Optional<Instant> observed, List<UpdatesSeen.OnServer> servers) {}

  /**
   * Something that a run found wrong, and no later run found right.
   *
   * @param kind as webhooks hear it
   * @param since when it was first found
   */
  public record Wrong(String kind, Finding finding, Instant since) {}

  /** All that is wrong, the oldest first. */
  public record Wrongs(List<Wrong> findings) {}

  /** A job, its schedule and its last run. */
  public record Job(
      String job,
      String purpose,
      String mode,
      Optional<String> schedule,
      List<String> autoApply,
      Optional<Instant> next,
      Optional<Run> last) {}

  /** All jobs. */
  public record Jobs(List<Job> jobs) {}

  /**
   * One run of a job.
   *
   * @param planKept whether a plan of it waits for approval
   */
  public record Run(
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

  /** What a run found. */
  public record Finding(String code, String severity, String problem, String remedy) {}

  /** A journal that a run wrote, and the digest of its last line. */
  public record Journaled(String run, String head) {}

  /**
   * Runs, the newest first.
   *
   * @param next 'before' of the next page
   */
  public record Runs(List<Run> runs, Optional<Long> next) {}

  /**
   * A run in the journal.
   *
   * @param ended whether it ended by itself
   * @param damaged whether its first or last line cannot be read
   */
  public record JournalRun(
      String run,
      Optional<Instant> at,
      String user,
      String host,
      Optional<String> change,
      boolean ended,
      boolean damaged,
      int done,
      int failed,
      int waiting) {}

  /** The newest runs first. */
  public record Journal(String site, int total, List<JournalRun> runs) {}

  /**
   * Whether the chain of journals is whole.
   *
   * @param head the digest of its newest line
   */
  public record Verdict(
      String site,
      boolean whole,
      int runs,
      int entries,
      String head,
      List<String> problems,
      List<String> torn) {}

  /** A run that was begun. */
  public record Begun(long run) {}

  /** A job that the service was asked to run. */
  public record Asked(String job) {}

  /** How far a job may go now. */
  public record Decided(String job, String mode) {}
}
