package dev.garrison.catalog.approvalpolicy;

import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.approvalpolicy.Untouched.Reason;
import dev.garrison.catalog.sensor.SensorUpdate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Selects among the updates of one release line, and gives the reason for each one not selected.
 */
final class LineChoice {
  private final List<SensorUpdate> members;
  private final List<SensorUpdate> candidates;
  private final Choice choice;

  LineChoice(List<SensorUpdate> members, Replacing replacing, boolean licences) {
    this.members = members;
    this.candidates =
        members.stream()
            .filter(sensor -> excluded(sensor.update()).isEmpty())
            .sorted(SensorUpdate.ORDER)
            .toList();
    this.choice = choose(replacing, licences);
  }

  Choice choice() {
    return choice;
  }

  List<Untouched> untouched() {
    Set<SensorUpdate> mentioned = Set.copyOf(mentioned());
    return members.stream()
        .filter(sensor -> !mentioned.contains(sensor))
        .map(sensor -> Untouched.of(sensor.update(), reason(sensor.update())))
        .toList();
  }

  private List<SensorUpdate> mentioned() {
    return switch (choice) {
      case Choice.Selected(SensorUpdate sensor, _) -> List.of(sensor);
      case Choice.NeedsLicence(SensorUpdate sensor) -> List.of(sensor);
      case Choice.Nothing _ -> List.of();
      case Choice.Disagreement(_, List<SensorUpdate> sensors, _) -> sensors;
    };
  }

  private static Reason reason(Update update) {
    return excluded(update)
        .orElse(update.standing().superseded() ? Reason.SUPERSEDED : Reason.OLDER);
  }

  private static Optional<Reason> excluded(Update update) {
    if (!update.standing().latestRevision()) {
      return Optional.of(Reason.NOT_LATEST_REVISION);
    }
    if (update.installation().onlyInBundle()) {
      return Optional.of(Reason.ONLY_IN_BUNDLE);
    }
    if (update.standing().publication() == Publication.EXPIRED) {
      return Optional.of(Reason.EXPIRED);
    }
    if (update.standing().publication() != Publication.PUBLISHED) {
      return Optional.of(Reason.NOT_PUBLISHED);
    }
    return update.standing().declined() ? Optional.of(Reason.DECLINED) : Optional.empty();
  }

  private Choice choose(Replacing replacing, boolean licences) {
    if (candidates.isEmpty()) {
      return new Choice.Nothing(members.isEmpty() ? Absence.NOT_ON_SERVER : Absence.NONE_IN_FORCE);
    }
    Set<UUID> seen = new HashSet<>();
    Set<UUID> twice = new HashSet<>();
    candidates.stream().map(SensorUpdate::id).filter(id -> !seen.add(id)).forEach(twice::add);
    if (!twice.isEmpty()) {
      return disagreement(
          Conflict.TWO_LATEST_REVISIONS,
          candidates.stream().filter(sensor -> twice.contains(sensor.id())));
    }
    List<SensorUpdate> current =
        candidates.stream().filter(sensor -> !sensor.update().standing().superseded()).toList();
    if (current.isEmpty()) {
      return new Choice.Nothing(Absence.ALL_SUPERSEDED);
    }
    return newest(current, replacing, licences);
  }

  private Choice newest(List<SensorUpdate> current, Replacing replacing, boolean licences) {
    SensorUpdate newest = current.getLast();
    List<SensorUpdate> newer =
        candidates.stream()
            .filter(sensor -> sensor.version().compareTo(newest.version()) > 0)
            .toList();
    if (!newer.isEmpty()) {
      return disagreement(
          Conflict.NEWER_IS_SUPERSEDED, Stream.concat(Stream.of(newest), newer.stream()));
    }
    List<SensorUpdate> same =
        current.stream().filter(sensor -> sensor.version().equals(newest.version())).toList();
    if (same.size() > 1) {
      return disagreement(Conflict.SAME_VERSION_TWICE, same.stream());
    }
    List<Update> against = replacing.replacing(newest.update());
    if (!against.isEmpty()) {
      return new Choice.Disagreement(Conflict.CURRENT_IS_SUPERSEDED, List.of(newest), against);
    }
    if (newest.update().installation().licence().isInTheWay() && !licences) {
      return new Choice.NeedsLicence(newest);
    }
    return new Choice.Selected(newest, current.reversed().subList(1, current.size()));
  }

  private static Choice disagreement(Conflict conflict, Stream<SensorUpdate> sensors) {
    return new Choice.Disagreement(conflict, sensors.toList(), List.of());
  }
}
