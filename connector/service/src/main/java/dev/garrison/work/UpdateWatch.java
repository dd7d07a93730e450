package dev.garrison.work;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.UpdateCode;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.job.UpdatesSeen.Beside;
import dev.garrison.job.UpdatesSeen.Group;
import dev.garrison.job.UpdatesSeen.Line;
import dev.garrison.job.UpdatesSeen.OnServer;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.sensor.ChoiceText;
import dev.garrison.wsus.servers.WsusAccess;
import dev.garrison.wsus.status.GroupStanding;
import dev.garrison.wsus.status.LineStanding;
import dev.garrison.wsus.status.NeighbourStanding;
import dev.garrison.wsus.status.ServerStanding;
import dev.garrison.wsus.status.ServerStandings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks the update servers as {@code garrison wsus status} does. It writes nothing. */
final class UpdateWatch {
  private final Supplier<WsusAccess> opening;
  private final InstantSource clock;

  public UpdateWatch(Supplier<WsusAccess> opening, InstantSource clock) {
    this.opening = opening;
    this.clock = clock;
  }

  /**
   * Checks all update servers; empty where the manifest has none. Failures are part of the result.
   */
  public Optional<UpdatesSeen> look() {
    try (WsusAccess access = opening.get()) {
      if (access.manifest().wsus().servers().isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new UpdatesSeen(
              clock.instant(),
              new ServerStandings(access, clock)
                  .read(Optional.empty()).stream().map(UpdateWatch::server).toList()));
    }
  }

  static OnServer server(ServerStanding standing) {
    String name = standing.server().name();
    String owner = standing.server().owner().word();
    return switch (standing) {
      case ServerStanding.Unreachable(_, var why) ->
          new OnServer(
              name,
              owner,
              Optional.empty(),
              Optional.empty(),
              false,
              Optional.empty(),
              Optional.empty(),
              List.of(),
              List.of(),
              List.of(),
              why.stream().map(Finding::of).toList());
      case ServerStanding.Reached reached ->
          new OnServer(
              name,
              owner,
              Optional.of(reached.version()),
              reached.upstream(),
              reached.isReplica(),
              Optional.empty(),
              reached.synchronised(),
              reached.lines().stream().map(UpdateWatch::line).toList(),
              reached.unread(),
              reached.neighbours().stream().map(UpdateWatch::beside).toList(),
              toLookAt(reached));
    };
  }

  /**
   * Problems of an update server, without counts, so that a lasting problem is reported only once.
   */
  static List<Finding> toLookAt(ServerStanding.Reached reached) {
    List<Text> reasons = new ArrayList<>();
    if (reached.synchronised().isEmpty()) {
      reasons.add(Text.of("finding.update-server-old"));
    }
    if (reached.failed().isPresent()) {
      reasons.add(Text.of("finding.update-server-sync-failed"));
    }
    if (reached.lines().isEmpty()) {
      reasons.add(Text.of("finding.update-server-empty"));
    }
    if (!reached.unread().isEmpty()) {
      reasons.add(Text.of("finding.update-server-titles"));
    }
    if (!reached.leftOut().isEmpty()) {
      reasons.add(Text.of("finding.update-server-rows"));
    }
    if (!reached.contradictions().isEmpty()) {
      reasons.add(Text.of("finding.update-server-contradiction"));
    }
    for (LineStanding line : reached.lines()) {
      if (line.choice() instanceof Choice.Disagreement) {
        reasons.add(Text.of("finding.update-server-undecided", "line", line(line).named()));
      } else if (line.needsLook()) {
        reasons.add(Text.of("finding.update-server-failed", "line", line(line).named()));
      }
    }
    return reasons.isEmpty()
        ? List.of()
        : List.of(
            Finding.of(
                Diagnostic.warning(
                    UpdateCode.UPDATE_SERVER_TO_LOOK_AT,
                    Message.of(
                        "finding.update-server",
                        "server",
                        reached.server().name(),
                        "reasons",
                        reasons))));
  }

  private static Line line(LineStanding line) {
    Optional<SensorUpdate> current = line.current();
    return new Line(
        line.line().family().toString(),
        line.line().channel().name(),
        current.map(SensorUpdate::version).map(SensorVersion::toString),
        current.map(sensor -> sensor.update().standing().arrived()),
        why(line.choice()),
        line.groups().stream().map(UpdateWatch::group).toList());
  }

  private static Optional<String> why(Choice choice) {
    return switch (choice) {
      case Choice.Selected _ -> Optional.empty();
      case Choice.NeedsLicence _ -> Optional.of(Text.of("update-choice.license").toString());
      case Choice.Nothing(var absence) -> Optional.of(ChoiceText.of(absence).toString());
      case Choice.Disagreement(var conflict, _, _) ->
          Optional.of(
              Text.of("update-choice.undecided", "reason", ChoiceText.of(conflict)).toString());
    };
  }

  private static Group group(GroupStanding standing) {
    return new Group(
        standing.group().name(),
        standing.group().parent().isEmpty(),
        standing.isApproved(),
        standing.isInherited(),
        standing.older().map(SensorVersion::toString),
        standing.decision().map(Approval::admin),
        standing.decision().map(Approval::time),
        standing.counts().installed(),
        standing.counts().needed(),
        standing.counts().failed(),
        standing.counts().unknown(),
        standing.counts().notApplicable());
  }

  private static Beside beside(NeighbourStanding neighbour) {
    return new Beside(
        neighbour.article(),
        neighbour.what(),
        neighbour.newest().map(Update::labels).map(labels -> labels.title()),
        neighbour.approved());
  }
}
