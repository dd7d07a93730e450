package dev.garrison.catalog.declinepolicy;

import dev.garrison.catalog.ContentState;
import dev.garrison.catalog.Standing;
import dev.garrison.catalog.declinepolicy.DeclineVerdict.Keep;
import dev.garrison.catalog.declinepolicy.DeclineVerdict.MayDecline;
import dev.garrison.catalog.group.Approval;
import dev.garrison.catalog.group.EffectiveApprovals;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One update and one that may supersede it. */
final class DeclineCase {
  private final SensorUpdate sensor;
  private final SensorUpdate superseder;
  private final Situation situation;
  private final EffectiveApprovals successor;
  private final List<TargetGroup> groups;

  DeclineCase(SensorUpdate sensor, SensorUpdate superseder, Situation situation) {
    this.sensor = sensor;
    this.superseder = superseder;
    this.situation = situation;
    this.successor = situation.approvalsOf(superseder.id());
    EffectiveApprovals own = situation.approvalsOf(sensor.id());
    this.groups =
        situation.groups().groups().stream()
            .filter(group -> own.perhapsInstalled(group.id()))
            .toList();
  }

  /**
   * @param before the superseder must have been available at this time
   */
  DeclineVerdict verdict(Instant before) {
    return Stream.<Optional<Keep>>of(order(), force(), approvals(), grace(before), computers())
        .flatMap(Optional::stream)
        .map(DeclineVerdict.class::cast)
        .findFirst()
        .orElseGet(this::mayDecline);
  }

  private Optional<Keep> order() {
    if (!superseder.line().equals(sensor.line())) {
      return keep(KeepReason.SUPERSEDER_OF_OTHER_LINE, "is of another line: " + superseder.line());
    }
    boolean agreed =
        superseder.version().compareTo(sensor.version()) > 0
            && !situation.supersedence().replaces(sensor.id(), superseder.id());
    return agreed
        ? Optional.empty()
        : keep(KeepReason.DISAGREEMENT, "is not newer by both version and supersedence");
  }

  private Optional<Keep> force() {
    if (!superseder.update().standing().isInForce()
        || superseder.update().installation().onlyInBundle()) {
      return keep(
          KeepReason.SUPERSEDER_NOT_IN_FORCE,
          "is expired, declined, a part of another update or not its latest revision");
    }
    return superseder.update().installation().content() == ContentState.READY
        ? Optional.empty()
        : keep(KeepReason.SUPERSEDER_NOT_DOWNLOADED, "the server does not have its files ready");
  }

  private Optional<Keep> approvals() {
    List<String> without =
        groups.stream()
            .filter(group -> successor.surelyInstalled(group.id()).isEmpty())
            .map(group -> "'" + group.name() + "'")
            .toList();
    if (!without.isEmpty()) {
      return keep(
          KeepReason.SUPERSEDER_NOT_APPROVED, "is not surely installed in " + some(without));
    }
    return situation.groups().groups().stream()
            .anyMatch(group -> successor.surelyInstalled(group.id()).isPresent())
        ? Optional.empty()
        : keep(KeepReason.SUPERSEDER_NOT_APPROVED, "is surely installed in no group");
  }

  private Optional<Keep> grace(Instant before) {
    return since().isAfter(before)
        ? keep(KeepReason.WITHIN_GRACE, "is there for all groups only since " + since())
        : Optional.empty();
  }

  private Optional<Keep> computers() {
    List<String> needing =
        situation.computers().stream()
            .filter(this::isLeftAlone)
            .map(ComputerReport::computer)
            .toList();
    if (!needing.isEmpty()) {
      return keep(
          KeepReason.STILL_NEEDED,
          "is not applicable to " + some(needing) + ", to which this one is");
    }
    List<String> unserved =
        situation.computers().stream()
            .filter(this::isUnserved)
            .map(ComputerReport::computer)
            .toList();
    if (!unserved.isEmpty()) {
      return keep(
          KeepReason.STILL_NEEDED,
          "is not surely installed for " + some(unserved) + ", which could still install this one");
    }
    Set<UUID> ids = groups.stream().map(TargetGroup::id).collect(Collectors.toSet());
    List<ComputerReport> concerned =
        situation.computers().stream()
            .filter(computer -> ids.isEmpty() || computer.groups().stream().anyMatch(ids::contains))
            .toList();
    if (concerned.isEmpty()) {
      return keep(KeepReason.NOBODY_REPORTED, "no computer has reported");
    }
    List<String> silent =
        concerned.stream().filter(this::isUnknown).map(ComputerReport::computer).toList();
    return ids.isEmpty() || silent.isEmpty()
        ? Optional.empty()
        : keep(KeepReason.STATE_UNKNOWN, "these have not reported on both: " + some(silent));
  }

  private boolean isLeftAlone(ComputerReport computer) {
    InstallationState own = computer.of(sensor.id());
    return computer.of(superseder.id()) == InstallationState.NOT_APPLICABLE
        && own != InstallationState.NOT_APPLICABLE
        && own != InstallationState.UNKNOWN;
  }

  /**
   * Whether the computer would get neither update, because none of its groups has the superseder.
   */
  private boolean isUnserved(ComputerReport computer) {
    return switch (computer.of(sensor.id())) {
      case NOT_INSTALLED, DOWNLOADED, FAILED ->
          computer.groups().stream()
              .noneMatch(group -> successor.surelyInstalled(group).isPresent());
      case UNKNOWN, NOT_APPLICABLE, INSTALLED, INSTALLED_PENDING_REBOOT -> false;
    };
  }

  private boolean isUnknown(ComputerReport computer) {
    return computer.of(sensor.id()) == InstallationState.UNKNOWN
        || computer.of(superseder.id()) == InstallationState.UNKNOWN;
  }

  /**
   * Latest of the times at which the superseder was created, arrived, and was approved for each
   * group.
   */
  private Instant since() {
    Standing standing = superseder.update().standing();
    List<Instant> times = new ArrayList<>(List.of(standing.created(), standing.arrived()));
    groups.stream()
        .flatMap(group -> successor.surelyInstalled(group.id()).stream())
        .map(Approval::since)
        .forEach(times::add);
    return times.stream().max(Instant::compareTo).orElseThrow();
  }

  private MayDecline mayDecline() {
    return new MayDecline(
        sensor,
        superseder,
        situation.supersedence().chain(superseder.id(), sensor.id()).orElseThrow(),
        groups,
        since(),
        situation.computers().size());
  }

  private Optional<Keep> keep(KeepReason reason, String but) {
    return Optional.of(new Keep(reason, superseder.version() + " supersedes it, but " + but));
  }

  /** The first few names, and the number of further ones. */
  private static String some(List<String> names) {
    int shown = Math.min(3, names.size());
    String first = String.join(", ", names.stream().sorted().limit(shown).toList());
    return names.size() > shown ? first + " and " + (names.size() - shown) + " more" : first;
  }
}
