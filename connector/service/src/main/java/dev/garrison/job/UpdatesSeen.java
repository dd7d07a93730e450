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

  /**
   * One WSUS server.
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
      List<Finding> problems) {
    public OnServer {
      lines = List.copyOf(lines);
      unread = List.copyOf(unread);
      beside = List.copyOf(beside);
      problems = List.copyOf(problems);
    }
  }

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
      List<Group> groups) {
    public Line {
      groups = List.copyOf(groups);
    }

    /** All computers of the server, where it tells of them. */
    public Optional<Group> whole() {
      return groups.stream().filter(Group::isRoot).findFirst();
    }

    /** Family and channel in a few words. */
    public String named() {
      return channel.isEmpty() ? family : family + ", " + channel;
    }
  }

  /**
   * One group of computers, for the current version.
   *
   * @param isRoot whether it holds all computers
   * @param isApproved whether it is approved for installation
   * @param isInherited whether that is so for a group above
   * @param older the newest older version that is approved, where the current is not
   * @param by who approved
   * @param installed computers
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
      int installed,
      int needed,
      int failed,
      int unknown,
      int notApplicable) {}

  /** An update of something else without which the sensor is half of the protection. */
  public record Beside(
      String article, String what, Optional<String> title, List<String> approvedFor) {
    public Beside {
      approvedFor = List.copyOf(approvedFor);
    }
  }
}
