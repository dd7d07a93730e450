package dev.garrison.server.reading;

import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.history.Outbox;
import dev.garrison.history.StandingHistory;
import dev.garrison.job.JobReport;
import dev.garrison.job.RunOrigin;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.ring.AntivirusCounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Forms of answers, in version 1 of the API. */
public final class ApiAnswers {
  private ApiAnswers() {}

  /** Health of the service. */
  public record Health(String status, List<String> problems) implements JsonForm {}

  /**
   * Number of servers in one state.
   *
   * @param group the group of similar states
   */
  public record StateCount(String state, String group, int servers) implements JsonForm {}

  /** The servers of one ring, or with one operating system. */
  public record Share(String name, int servers, List<StateCount> states) implements JsonForm {}

  /** Status of all servers. */
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
   * @param servers number of servers of the ring, in any state
   * @param standing its status at the last check; empty before the first one
   * @param antivirus of its servers, as its gate counts them; empty while nothing is counted
   */
  public record Ring(
      String name,
      int position,
      List<String> collections,
      int maxDevices,
      int servers,
      List<StateCount> states,
      Gate gate,
      Optional<Standing> standing,
      Optional<AntivirusCounts> antivirus)
      implements JsonForm {}

  /** Criteria that a ring must meet before the next one opens: percentages and times. */
  public record Gate(
      int onboarded, int failed, int reporting, long soakHours, long stalledAfterHours)
      implements JsonForm {}

  /**
   * Status of a ring.
   *
   * @param state waiting, blocked, open, soaking, passed, stalled or halted
   * @param reason the reason, as a clause
   * @param at time of the check
   * @param opened time of its first deployment
   * @param targets the servers that its gate judges
   */
  public record Standing(
      String state, String reason, Instant at, Optional<Instant> opened, Optional<Targets> targets)
      implements JsonForm {}

  /** Servers that a ring's deployments target, in total and by result. */
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

  /**
   * A page of servers with what protects them, those in danger first, and the numbers of all.
   *
   * @param observed time of the look; empty where no run has looked, and then there are no numbers
   * @param tellsMode whether the site's inventory has the running mode
   * @param notes facts that the site does not report
   * @param next 'after' of the next page
   */
  public record Antivirus(
      Optional<Instant> observed,
      boolean tellsMode,
      List<String> notes,
      List<DangerCount> dangers,
      List<RingProtection> rings,
      List<Protected> servers,
      Optional<String> next)
      implements JsonForm {}

  /** Number of servers in one danger. */
  public record DangerCount(String danger, int servers) implements JsonForm {}

  /**
   * Servers of one ring, in total and by what protects them.
   *
   * @param uncertain those of which it is not known whether they are in danger
   */
  public record RingProtection(
      String ring,
      int servers,
      int defender,
      int other,
      int both,
      int nothing,
      int unknown,
      int uncertain)
      implements JsonForm {}

  /** One server with its antivirus. */
  public record Protected(String name, long resourceId, String ring, AntivirusFacts antivirus)
      implements JsonForm {}

  /** A period in which a server was in one state. */
  public record Stay(
      String ring, String system, String state, Instant since, Optional<Instant> until)
      implements JsonForm {}

  /** History of one server, the latest state first. */
  public record Story(String name, List<Stay> states) implements JsonForm {}

  /** Number of servers in one state at one time. */
  public record Count(Instant at, String ring, String system, String state, int servers)
      implements JsonForm {
    public static Count of(StandingHistory.Count count) {
      return new Count(count.at(), count.ring(), count.system(), count.state(), count.servers());
    }
  }

  /** Last counts of each day. */
  public record Counts(Instant since, List<Count> counts) implements JsonForm {}

  /**
   * The sensor's updates on the update servers, at the last check by the job 'status'.
   *
   * @param observed time of the check; empty where no run has checked
   */
  public record Updates(Optional<Instant> observed, List<OnServer> servers) implements JsonForm {}

  /**
   * One update server.
   *
   * @param owner the owner of the approvals there, as the manifest spells it
   * @param version of the server; empty where it did not answer
   * @param synchronised end of the last successful synchronization, within a month
   * @param unread titles of updates of the sensor from which no family and version can be read
   * @param beside updates that Garrison shows and never changes
   * @param problems why it did not answer, or problems that need attention
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
   * One update family and channel; versions are compared within it.
   *
   * @param current the current version
   * @param arrived time at which it arrived on the server
   * @param why why no version is current, or what blocks it
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
   * One computer group, for the current version; the last five values are numbers of computers.
   *
   * @param isRoot whether it holds all computers
   * @param isApproved whether it is approved for installation
   * @param isInherited whether the approval is inherited from a parent group
   * @param older the newest older version that is approved, where the current one is not
   * @param by the account that approved
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

  /** An update of another product without which the sensor's protection is incomplete. */
  public record Beside(
      String article, String what, Optional<String> title, List<String> approvedFor)
      implements JsonForm {}

  /**
   * A problem that a run found, and that no later run found solved.
   *
   * @param kind the kind that webhooks subscribe to
   * @param since when it was first found
   */
  public record Wrong(String kind, Finding finding, Instant since) implements JsonForm {}

  /** All current problems, oldest first. */
  public record Wrongs(List<Wrong> findings) implements JsonForm {}

  /** A job, its schedule, and its last run. */
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
   * @param planKept whether its plan waits for approval
   * @param origin the decision or time that started it; empty where nothing is recorded
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
      List<Journaled> journals,
      @OmittedWhenEmpty Optional<RunOrigin> origin)
      implements JsonForm {}

  /** Problem that a run found. */
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

  /** A webhook that does not accept its messages. */
  public record Amiss(String webhook, int waiting, int givenUp, String answer) implements JsonForm {
    public static Amiss of(Outbox.Tally tally) {
      return new Amiss(tally.webhook(), tally.waiting(), tally.givenUp(), tally.answer());
    }
  }

  /**
   * A page of runs, newest first.
   *
   * @param next 'before' of the next page
   */
  public record Runs(List<Run> runs, Optional<Long> next) implements JsonForm {}

  /**
   * A run in the journal.
   *
   * @param ended whether its end is recorded
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

  /** Newest runs of a journal, newest first. */
  public record Journal(String site, int total, List<JournalRun> runs) implements JsonForm {}

  /**
   * Result of the check that the chain of journals is intact.
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

  /** A job that the service was requested to run. */
  public record Asked(String job) implements JsonForm {}

  /** New mode of a job. */
  public record Decided(String job, String mode) implements JsonForm {}
}
