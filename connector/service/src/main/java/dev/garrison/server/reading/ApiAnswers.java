package dev.garrison.server.reading;

import dev.garrison.history.Outbox;
import dev.garrison.history.StandingHistory;
import dev.garrison.job.JobReport;
import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The forms of answers: of version 1, as the addresses of the API say. */
public final class ApiAnswers {
  private ApiAnswers() {}

  /** Whether something works. */
  public record Health(String status, List<String> problems) implements JsonForm {}

  /**
   * How many servers are in a state.
   *
   * @param group what the state has in common with others
   */
  public record StateCount(String state, String group, int servers) implements JsonForm {}

  /** The servers of a ring, or with an operating system. */
  public record Share(String name, int servers, List<StateCount> states) implements JsonForm {}

  /** Where all servers stand. */
  public record Status(
      String manifest,
      String site,
      Optional<Instant> observed,
      int servers,
      List<StateCount> states,
      List<Share> rings,
      List<Share> systems)
      implements JsonForm {}

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
      Optional<Standing> standing)
      implements JsonForm {}

  /** What the servers of a ring must show before the next one opens: percents, and times. */
  public record Gate(
      int onboarded, int failed, int reporting, long soakHours, long stalledAfterHours)
      implements JsonForm {}

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
      String state, String reason, Instant at, Optional<Instant> opened, Optional<Targets> targets)
      implements JsonForm {}

  /** Servers that a ring's deployments target; each is one of the others. */
  public record Targets(
      int servers, int onboarded, int failed, int underWay, int notReady, int silent)
      implements JsonForm {}

  /** The rings in the order in which they open. */
  public record Rings(Optional<Instant> observed, List<Ring> rings) implements JsonForm {}

  /** One server in one ring. */
  public record Server(
      String name, String ring, String system, String state, String group, Instant since)
      implements JsonForm {}

  /**
   * A page of servers.
   *
   * @param next 'after' of the next page
   */
  public record Servers(Optional<Instant> observed, List<Server> servers, Optional<String> next)
      implements JsonForm {}

  /** The time in which a server was in one state. */
  public record Stay(
      String ring, String system, String state, Instant since, Optional<Instant> until)
      implements JsonForm {}

  /** One server's story, the latest first. */
  public record Story(String name, List<Stay> states) implements JsonForm {}

  /** How many servers were in a state at a time. */
  public record Count(Instant at, String ring, String system, String state, int servers)
      implements JsonForm {
    public static Count of(StandingHistory.Count count) {
      return new Count(count.at(), count.ring(), count.system(), count.state(), count.servers());
    }
  }

  /** The last counts of each day. */
  public record Counts(Instant since, List<Count> counts) implements JsonForm {}

  /**
   * The sensor's updates on the update servers, as the job 'status' saw them last.
   *
   * @param observed when; empty where no run looked
   */
  public record Updates(Optional<Instant> observed, List<OnServer> servers) implements JsonForm {}

  /**
   * One update server.
   *
   * @param owner who decides about approvals there, as the manifest spells it
   * @param version of the server; empty where it did not answer
   * @param synchronised when a synchronisation ended well last, within a month
   * @param unread titles of updates of the sensor that tell no family and version
   * @param beside updates that Garrison shows and never touches
   * @param problems why it did not answer, or what somebody has to look at
   */
  public record OnServer(
      String server,
      String owner,
      Optional<String> version,
      Optional<Instant> synchronised,
      List<Line> lines,
      List<String> unread,
      List<Beside> beside,
      List<Finding> problems)
      implements JsonForm {}

  /**
   * One family and channel: within it, versions are compared.
   *
   * @param current the version that is current
   * @param arrived when it came to the server
   * @param why why nothing is current, or what is in the way
   */
  public record Line(
      String family,
      String channel,
      Optional<String> current,
      Optional<Instant> arrived,
      Optional<String> why,
      List<Group> groups)
      implements JsonForm {}

  /**
   * One group of computers, for the current version; the last five are counts of them.
   *
   * @param isRoot whether it holds all computers
   * @param isApproved whether it is approved for installation
   * @param isInherited whether that is so for a group above
   * @param older the newest older version that is approved, where the current is not
   * @param by who approved
   */
  public record Group(
      String group,
      boolean isRoot,
      boolean isApproved,
      boolean isInherited,
      Optional<String> older,
      Optional<String> by,
      int installed,
      int needed,
      int failed,
      int unknown,
      int notApplicable)
      implements JsonForm {}

  /** An update of something else without which the sensor is half of the protection. */
  public record Beside(
      String article, String what, Optional<String> title, List<String> approvedFor)
      implements JsonForm {}

  /**
   * Something that a run found wrong, and no later run found right.
   *
   * @param kind as webhooks hear it
   * @param since when it was first found
   */
  public record Wrong(String kind, Finding finding, Instant since) implements JsonForm {}

  /** All that is wrong, the oldest first. */
  public record Wrongs(List<Wrong> findings) implements JsonForm {}

  /** A job, its schedule and its last run. */
  public record Job(
      String job,
      String purpose,
      String mode,
      Optional<String> schedule,
      List<String> autoApply,
      Optional<Instant> next,
      Optional<Run> last)
      implements JsonForm {}

  /** All jobs. */
  public record Jobs(List<Job> jobs) implements JsonForm {}

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
      List<Journaled> journals)
      implements JsonForm {}

  /** What a run found. */
  public record Finding(String code, String severity, String problem, String remedy)
      implements JsonForm {
    public static Finding of(JobReport.Finding finding) {
      return new Finding(finding.code(), finding.severity(), finding.problem(), finding.remedy());
    }
  }

  /** A journal that a run wrote, and the digest of its last line. */
  public record Journaled(String run, String head) implements JsonForm {
    public static Journaled of(JobReport.JournalRun journal) {
      return new Journaled(journal.run(), journal.head());
    }
  }

  /** A webhook that does not take its messages. */
  public record Amiss(String webhook, int waiting, int givenUp, String answer) implements JsonForm {
    public static Amiss of(Outbox.Tally tally) {
      return new Amiss(tally.webhook(), tally.waiting(), tally.givenUp(), tally.answer());
    }
  }

  /**
   * Runs, the newest first.
   *
   * @param next 'before' of the next page
   */
  public record Runs(List<Run> runs, Optional<Long> next) implements JsonForm {}

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
      int waiting)
      implements JsonForm {}

  /** The newest runs first. */
  public record Journal(String site, int total, List<JournalRun> runs) implements JsonForm {}

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
      List<String> torn)
      implements JsonForm {}

  /** A run that was begun. */
  public record Begun(long run) implements JsonForm {}

  /** A job that the service was asked to run. */
  public record Asked(String job) implements JsonForm {}

  /** How far a job may go now. */
  public record Decided(String job, String mode) implements JsonForm {}
}
