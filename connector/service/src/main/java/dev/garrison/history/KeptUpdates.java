package dev.garrison.history;

import dev.garrison.job.UpdatesSeen;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sensor's updates on all update servers, as rows of the history hold them. */
record KeptUpdates(Optional<Integer> format, Instant at, List<OnServer> servers)
    implements JsonForm {
  private static final int FORMAT = 2;

  /**
   * One update server.
   *
   * @param upstream absent in rows of earlier versions
   * @param replica likewise
   * @param answered likewise
   */
  record OnServer(
      String server,
      String owner,
      Optional<String> version,
      Optional<String> upstream,
      Optional<Boolean> replica,
      Optional<Instant> answered,
      Optional<Instant> synchronised,
      List<Line> lines,
      List<String> unread,
      List<Beside> beside,
      List<KeptFinding> problems)
      implements JsonForm {
    static OnServer of(UpdatesSeen.OnServer seen) {
      return new OnServer(
          seen.server(),
          seen.owner(),
          seen.version(),
          seen.upstream(),
          Optional.of(seen.isReplica()),
          seen.answered(),
          seen.synchronised(),
          seen.lines().stream().map(Line::of).toList(),
          seen.unread(),
          seen.beside().stream().map(Beside::of).toList(),
          seen.problems().stream().map(KeptFinding::of).toList());
    }

    UpdatesSeen.OnServer seen() {
      return new UpdatesSeen.OnServer(
          server,
          owner,
          version,
          upstream,
          replica.orElse(false),
          answered,
          synchronised,
          lines.stream().map(Line::seen).toList(),
          unread,
          beside.stream().map(Beside::seen).toList(),
          problems.stream().map(KeptFinding::finding).toList());
    }
  }

  record Line(
      String family,
      String channel,
      Optional<String> current,
      Optional<Instant> arrived,
      Optional<String> why,
      List<Group> groups)
      implements JsonForm {
    static Line of(UpdatesSeen.Line seen) {
      return new Line(
          seen.family(),
          seen.channel(),
          seen.current(),
          seen.arrived(),
          seen.why(),
          seen.groups().stream().map(Group::of).toList());
    }

    UpdatesSeen.Line seen() {
      return new UpdatesSeen.Line(
          family, channel, current, arrived, why, groups.stream().map(Group::seen).toList());
    }
  }

  /**
   * One group.
   *
   * @param decided absent in rows of earlier versions
   */
  record Group(
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
      int notApplicable)
      implements JsonForm {
    static Group of(UpdatesSeen.Group seen) {
      return new Group(
          seen.group(),
          seen.isRoot(),
          seen.isApproved(),
          seen.isInherited(),
          seen.older(),
          seen.by(),
          seen.decided(),
          seen.installed(),
          seen.needed(),
          seen.failed(),
          seen.unknown(),
          seen.notApplicable());
    }

    UpdatesSeen.Group seen() {
      return new UpdatesSeen.Group(
          group,
          isRoot,
          isApproved,
          isInherited,
          older,
          by,
          decided,
          installed,
          needed,
          failed,
          unknown,
          notApplicable);
    }
  }

  record Beside(String article, String what, Optional<String> title, List<String> approvedFor)
      implements JsonForm {
    static Beside of(UpdatesSeen.Beside seen) {
      return new Beside(seen.article(), seen.what(), seen.title(), seen.approvedFor());
    }

    UpdatesSeen.Beside seen() {
      return new UpdatesSeen.Beside(article, what, title, approvedFor);
    }
  }

  static KeptUpdates of(UpdatesSeen seen) {
    return new KeptUpdates(
        Optional.of(FORMAT), seen.at(), seen.servers().stream().map(OnServer::of).toList());
  }

  /**
   * Reads the stored updates.
   *
   * @throws JsonException if this version cannot read it
   */
  static UpdatesSeen read(Json json, String text) {
    return KeptJson.read(json, json.parse(text), FORMAT, KeptUpdates.class, KeptUpdates::seen);
  }

  private UpdatesSeen seen() {
    return new UpdatesSeen(at, servers.stream().map(OnServer::seen).toList());
  }
}
