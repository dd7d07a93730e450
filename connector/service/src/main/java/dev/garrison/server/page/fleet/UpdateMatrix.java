package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.lasting;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.job.UpdatesSeen.Group;
import dev.garrison.job.UpdatesSeen.Line;
import dev.garrison.job.UpdatesSeen.OnServer;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.manifest.wsus.HeldVersion;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.UpdateRing;
import dev.garrison.manifest.wsus.WsusSection;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.server.page.fleet.UpdateCell.OnGroup;
import dev.garrison.server.page.fleet.UpdateCell.Silence;
import dev.garrison.server.page.fleet.UpdateCell.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Update families by rings.
 *
 * @param rings in the order in which they get a new version
 */
record UpdateMatrix(List<UpdateRing> rings, List<Family> families) {
  UpdateMatrix {
    rings = List.copyOf(rings);
    families = List.copyOf(families);
  }

  /**
   * One family and channel.
   *
   * @param current the newest current version on the servers; empty where none is
   * @param why why no version is current, or what blocks it
   * @param isDeployed whether the manifest names it among the releases
   * @param held the reason why the version must not be installed
   * @param cells one for each ring
   * @param groups all groups of all servers that answered
   */
  record Family(
      String name,
      Optional<String> current,
      Optional<String> age,
      Optional<String> why,
      boolean isDeployed,
      Optional<String> held,
      List<UpdateCell> cells,
      List<OnGroup> groups) {}

  static UpdateMatrix of(WsusSection wsus, UpdatesSeen seen, Instant now) {
    return new Reading(wsus, seen, now).matrix();
  }

  private record Reading(WsusSection wsus, UpdatesSeen seen, Instant now) {
    UpdateMatrix matrix() {
      TreeMap<String, Line> lines = new TreeMap<>();
      seen.servers().stream()
          .flatMap(server -> server.lines().stream())
          .forEach(line -> lines.merge(line.named(), line, Reading::newer));
      releases().forEach(line -> lines.putIfAbsent(line.named(), line));
      List<UpdateRing> rings = rings();
      return new UpdateMatrix(
          rings, lines.values().stream().map(line -> family(line, rings)).toList());
    }

    /** The rings of the manifest; without any, each computer group is a column. */
    private List<UpdateRing> rings() {
      return wsus.sensorUpdate()
          .map(SensorUpdateSection::rings)
          .orElseGet(() ->
              seen.servers().stream()
                  .flatMap(server -> server.lines().stream())
                  .flatMap(line -> line.groups().stream())
                  .filter(group -> !group.isRoot())
                  .map(Group::group)
                  .distinct()
                  .sorted()
                  .map(group ->
                      new UpdateRing(group, List.of(group), RingGate.DEFAULT, Optional.empty()))
                  .toList());
    }

    private List<Line> releases() {
      return wsus.sensorUpdate().stream()
          .flatMap(section -> section.releases().stream())
          .map(Reading::absent)
          .toList();
    }

    private static Line newer(Line one, Line other) {
      Comparator<Line> order =
          Comparator.<Line, Optional<SensorVersion>>comparing(
                  line -> line.current().flatMap(SensorVersion::parse),
                  Comparator.comparing(
                      version -> version.orElse(null),
                      Comparator.nullsFirst(Comparator.naturalOrder())))
              .thenComparing(line -> line.arrived().orElse(Instant.MIN));
      return order.compare(one, other) >= 0 ? one : other;
    }

    private static Line absent(ReleaseLine line) {
      return new Line(
          line.family().toString(),
          line.channel().name(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());
    }

    private Family family(Line line, List<UpdateRing> rings) {
      boolean isDeployed =
          wsus.sensorUpdate().isEmpty() || releases().stream().anyMatch(each -> same(each, line));
      Optional<String> held =
          wsus.sensorUpdate().stream()
              .flatMap(section -> section.held().stream())
              .filter(each -> line.current().equals(Optional.of(each.version().toString())))
              .findFirst()
              .map(HeldVersion::reason);
      return new Family(
          line.named(),
          line.current(),
          line.arrived().map(this::age),
          line.why(),
          isDeployed,
          held,
          rings.stream().map(ring -> cell(line, ring, isDeployed, held.isPresent())).toList(),
          seen.servers().stream().flatMap(server -> groups(server, line).stream()).toList());
    }

    private String age(Instant since) {
      return lasting(Duration.between(since, now));
    }

    private static boolean same(Line one, Line other) {
      return one.named().equals(other.named());
    }

    private static List<OnGroup> groups(OnServer server, Line line) {
      return server.lines().stream()
          .filter(each -> same(each, line))
          .flatMap(each ->
              each.groups().stream()
                  .filter(group -> !group.isRoot())
                  .map(group ->
                      each.current().equals(line.current())
                          ? group
                          : behind(group, each.current())))
          .map(group -> new OnGroup(server.server(), group))
          .toList();
    }

    /** A group on a server that does not have the newest version yet, as that version sees it. */
    private static Group behind(Group group, Optional<String> current) {
      return new Group(
          group.group(),
          group.isRoot(),
          false,
          group.isInherited(),
          group.isApproved() ? current : group.older(),
          group.by(),
          group.decided(),
          0,
          group.needed(),
          group.failed(),
          group.unknown() + group.installed(),
          group.notApplicable());
    }

    private UpdateCell cell(Line line, UpdateRing ring, boolean isDeployed, boolean isHeld) {
      List<OnGroup> groups = new ArrayList<>();
      List<Silence> silences = new ArrayList<>();
      for (OnServer server : seen.servers()) {
        List<String> names = names(server, ring);
        if (!server.hasAnswered() && !names.isEmpty()) {
          silences.add(new Silence(server.server(), server.answered()));
        }
        groups(server, line).stream()
            .filter(each -> names.contains(each.group().group()))
            .forEach(groups::add);
      }
      State state = state(groups, silences, isDeployed, isHeld);
      return new UpdateCell(
          state, version(line, groups, state), line.arrived().map(this::age), groups, silences);
    }

    /** Groups of a ring on a server; none where Configuration Manager manages it. */
    private List<String> names(OnServer server, UpdateRing ring) {
      if (server.owner().equals(WsusServer.Owner.MECM.word())) {
        return List.of();
      }
      return wsus.servers().stream()
          .filter(each -> each.name().equals(server.server()))
          .findFirst()
          .map(each -> each.groups(ring))
          .orElse(ring.groups());
    }

    private static State state(
        List<OnGroup> all, List<Silence> silences, boolean isDeployed, boolean isHeld) {
      List<Group> groups = all.stream().filter(OnGroup::isConcerned).map(OnGroup::group).toList();
      if (!silences.isEmpty()) {
        return State.NO_ANSWER;
      }
      if (!isDeployed) {
        return State.NOT_DEPLOYED;
      }
      if (groups.isEmpty()) {
        return State.NOT_APPLICABLE;
      }
      if (groups.stream().allMatch(Group::isApproved)) {
        return groups.stream().anyMatch(group -> group.failed() > 0) ? State.FAILED : State.CURRENT;
      }
      if (isHeld) {
        return State.HELD;
      }
      return groups.stream().allMatch(group -> group.isApproved() || group.older().isPresent())
          ? State.OLD
          : State.NOT_APPROVED;
    }

    private static Optional<String> version(Line line, List<OnGroup> groups, State state) {
      return switch (state) {
        case CURRENT, FAILED -> line.current();
        case OLD, HELD ->
            groups.stream().flatMap(each -> each.group().older().stream()).findFirst();
        case NO_ANSWER, NOT_APPROVED, NOT_APPLICABLE, NOT_DEPLOYED -> Optional.empty();
      };
    }
  }
}
