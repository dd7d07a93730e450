package dev.garrison.cli.wsus;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.cli.view.ProblemAnswer;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.survey.update.WsusStanding;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.status.GroupStanding;
import dev.garrison.wsus.status.LineStanding;
import dev.garrison.wsus.status.NeighbourStanding;
import dev.garrison.wsus.status.ServerStanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Status of WSUS servers as JSON. Keys are only ever added.
 *
 * @param softwareUpdatePoint the status of the software update point, if it serves a ring
 */
record WsusStatusAnswer(
    String format,
    String manifest,
    Instant at,
    List<Server> servers,
    @OmittedWhenEmpty Optional<PointAnswer> softwareUpdatePoint)
    implements JsonForm {
  private static final String FORMAT = "garrison.wsus-status/1";

  /** Status of one server. */
  sealed interface Server extends JsonForm {
    private static Server of(ServerStanding standing) {
      String server = standing.server().name();
      String owner = standing.server().owner().word();
      return switch (standing) {
        case ServerStanding.Unreachable unreachable ->
            new Silent(
                server,
                owner,
                unreachable.needsLook(),
                unreachable.why().stream().map(ProblemAnswer::of).toList());
        case ServerStanding.Reached reached ->
            new Reached(
                server,
                owner,
                reached.needsLook(),
                reached.version(),
                reached.synchronised(),
                reached.failed().map(FailedSync::of),
                reached.lines().stream().map(Line::of).toList(),
                reached.unread(),
                reached.leftOut(),
                reached.contradictions().stream().map(ProblemAnswer::of).toList(),
                reached.neighbours().stream().map(Neighbour::of).toList());
      };
    }
  }

  /** Server that did not answer. */
  record Silent(String server, String owner, boolean needsLook, List<ProblemAnswer> failures)
      implements Server {}

  /** Server that answered. */
  record Reached(
      String server,
      String owner,
      boolean needsLook,
      String version,
      Optional<Instant> synchronised,
      @OmittedWhenEmpty Optional<FailedSync> failedSynchronization,
      List<Line> lines,
      List<String> unreadTitles,
      List<String> leftOut,
      List<ProblemAnswer> contradictions,
      List<Neighbour> onlyShown)
      implements Server {}

  /**
   * The latest synchronization, which failed.
   *
   * @param at when it ended
   * @param reason what the server reports
   */
  record FailedSync(Instant at, Optional<String> reason) implements JsonForm {
    private static FailedSync of(SyncEvent failed) {
      return new FailedSync(failed.at(), failed.reason());
    }
  }

  /** Status of one family and channel. */
  sealed interface Line extends JsonForm {
    private static Line of(LineStanding line) {
      String family = line.line().family().name();
      String channel = line.line().channel().name();
      List<Group> groups = line.groups().stream().map(Group::of).toList();
      return switch (line.choice()) {
        case Choice.Selected(SensorUpdate sensor, _) ->
            Current.of(family, channel, "current", sensor, groups);
        case Choice.NeedsLicence(SensorUpdate sensor) ->
            Current.of(family, channel, "needsLicence", sensor, groups);
        case Choice.Nothing(var absence) ->
            new Without(family, channel, "nothing", absence.words(), Optional.empty(), groups);
        case Choice.Disagreement(var conflict, var sensors, _) ->
            new Without(
                family,
                channel,
                "undecided",
                conflict.words(),
                Optional.of(sensors.stream().map(each -> each.version().toString()).toList()),
                groups);
      };
    }
  }

  /**
   * Family and channel with a current update.
   *
   * @param choice {@code current} or {@code needsLicence}
   */
  record Current(
      String family,
      String channel,
      String choice,
      String version,
      UUID updateId,
      int revision,
      Instant arrived,
      List<Group> groups)
      implements Line {
    private static Current of(
        String family, String channel, String choice, SensorUpdate sensor, List<Group> groups) {
      Update update = sensor.update();
      return new Current(
          family,
          channel,
          choice,
          sensor.version().toString(),
          update.identity().updateId(),
          update.identity().revisionNumber(),
          update.standing().arrived(),
          groups);
    }
  }

  /**
   * Family and channel without a current update.
   *
   * @param choice {@code nothing} or {@code undecided}
   * @param versions the versions between which the choice is undecided
   */
  record Without(
      String family,
      String channel,
      String choice,
      String why,
      @OmittedWhenEmpty Optional<List<String>> versions,
      List<Group> groups)
      implements Line {}

  record Group(
      String group,
      UUID groupId,
      boolean approved,
      boolean lacksApproval,
      boolean inherited,
      Optional<String> approvedOlder,
      Optional<String> by,
      int installed,
      int needed,
      int failed,
      int unknown,
      int notApplicable)
      implements JsonForm {
    private static Group of(GroupStanding group) {
      return new Group(
          group.group().name(),
          group.group().id(),
          group.isApproved(),
          group.lacksApproval(),
          group.isInherited(),
          group.older().map(SensorVersion::toString),
          group.decision().map(Approval::admin),
          group.counts().installed(),
          group.counts().needed(),
          group.counts().failed(),
          group.counts().unknown(),
          group.counts().notApplicable());
    }
  }

  /** Update that is only shown. */
  record Neighbour(
      String article, Optional<String> title, Optional<Instant> created, List<String> approvedFor)
      implements JsonForm {
    private static Neighbour of(NeighbourStanding neighbour) {
      return new Neighbour(
          neighbour.article(),
          neighbour.newest().map(update -> update.labels().title()),
          neighbour.newest().map(update -> update.standing().created()),
          neighbour.approved());
    }
  }

  static WsusStatusAnswer of(String manifest, WsusStanding standing, Instant now) {
    return new WsusStatusAnswer(
        FORMAT,
        manifest,
        now,
        standing.servers().stream().map(Server::of).toList(),
        standing.point().map(PointAnswer::of));
  }
}
