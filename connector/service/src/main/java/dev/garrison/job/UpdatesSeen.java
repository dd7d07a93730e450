package dev.garrison.job;

import dev.garrison.job.JobReport.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The sensor's updates on all update servers, at one time.
 *
 * @param servers in the order of the manifest, then those found below them
 */
public record UpdatesSeen(Instant at, List<OnServer> servers) {
  public UpdatesSeen {
    servers = List.copyOf(servers);
  }

  /** The same check, with the times of last answers from an earlier one. */
  public UpdatesSeen after(UpdatesSeen earlier) {
    return new UpdatesSeen(
        at,
        servers.stream()
            .map(server ->
                server.answered(
                    server.hasAnswered() ? Optional.of(at) : earlier.answered(server.server())))
            .toList());
  }

  private Optional<Instant> answered(String name) {
    return servers.stream()
        .filter(server -> server.server().equals(name))
        .findFirst()
        .flatMap(server -> server.hasAnswered() ? Optional.of(at) : server.answered());
  }

  /**
   * The sensor's updates on one WSUS server.
   *
   * @param owner the owner of the approvals there, as the manifest spells it
   * @param version of the server; empty where it did not answer
   * @param upstream the server from which it synchronizes; empty for Microsoft Update, or unknown
   * @param isReplica whether it takes its approvals from that server
   * @param answered time of its last answer; empty where none is known
   * @param synchronised end of the last successful synchronization, within a month
   * @param unread titles of updates of the sensor from which no family and version can be read
   * @param beside updates that Garrison shows and never changes
   * @param problems why it did not answer, or problems that need attention
   */
  public record OnServer(
      String server,
      String owner,
      Optional<String> version,
      Optional<String> upstream,
      boolean isReplica,
      Optional<Instant> answered,
      Optional<Instant> synchronised,
      List<Line> lines,
      List<String> unread,
      List<Beside> beside,
      List<Finding> problems) {
    public OnServer {
      lines = List.copyOf(lines);
      unread = List.copyOf(unread);
      beside = List.copyOf(beside);
      problems = List.copyOf(problems);
    }

    /** Whether it answered this check. */
    public boolean hasAnswered() {
      return version.isPresent();
    }

    /** The same server, last answered at a time. */
    OnServer answered(Optional<Instant> at) {
      return new OnServer(
          server,
          owner,
          version,
          upstream,
          isReplica,
          at,
          synchronised,
          lines,
          unread,
          beside,
          problems);
    }
  }

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
      List<Group> groups) {
    public Line {
      groups = List.copyOf(groups);
    }

    /** The group of all computers of the server, where the server reports it. */
    public Optional<Group> whole() {
      return groups.stream().filter(Group::isRoot).findFirst();
    }

    /** Family and channel, for people. */
    public String named() {
      return channel.isEmpty() ? family : family + ", " + channel;
    }
  }

  /**
   * One computer group, for the current version.
   *
   * @param isRoot whether it holds all computers
   * @param isApproved whether it is approved for installation
   * @param isInherited whether the approval is inherited from a parent group
   * @param older the newest older version that is approved, where the current one is not
   * @param by the account that approved, or decided otherwise
   * @param decided time of that decision
   * @param installed number of computers
   * @param needed likewise
   * @param failed likewise
   * @param unknown likewise
   * @param notApplicable likewise
   */
  public record Group(
      String group,
      boolean isRoot,
      boolean isApproved,
      boolean isInherited,
      Optional<String> older,
      Optional<String> by,
      Optional<Instant> decided,
      int installed,
      int needed,
      int failed,
      int unknown,
      int notApplicable) {}

  /** An update of another product without which the sensor's protection is incomplete. */
  public record Beside(
      String article, String what, Optional<String> title, List<String> approvedFor) {
    public Beside {
      approvedFor = List.copyOf(approvedFor);
    }
  }
}
