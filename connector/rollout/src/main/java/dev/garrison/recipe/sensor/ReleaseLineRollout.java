package dev.garrison.recipe.sensor;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.gate.RingSituation;
import dev.garrison.gate.RingVerdict;
import dev.garrison.gate.Rollout;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.HeldVersion;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.UpdateRing;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses the version of one family and channel that the rings get now. A version that Garrison has
 * in the rings is finished before a newer one begins (F22): one KB number is replaced in place
 * every month, and with a rollout that restarts each time nothing would ever reach the last ring. A
 * version for which a ring was halted, or has stalled, gives way.
 *
 * <p>WSUS stores nothing of Garrison except the approvals. Therefore a ring opens with its first
 * approval, and soaks from then on.
 */
final class ReleaseLineRollout {
  private final ReleaseLine line;
  private final SensorUpdateSection section;
  private final RingServers servers;
  private final Rollout rollout;
  private final Instant now;
  private final SequencedSet<String> remarks = new LinkedHashSet<>();
  private final Optional<Target> target;

  /** A version with the decision for each ring, in the order of the rings. */
  record Target(SensorVersion version, List<RingVerdict> verdicts) {
    /** Whether the ring's groups may get it: no ring up to this one is halted for it. */
    boolean deploys(int ring) {
      return verdicts.get(ring).deploys()
          && verdicts.subList(0, ring).stream()
              .noneMatch(verdict -> verdict.state() == RingState.HALTED);
    }
  }

  ReleaseLineRollout(
      ReleaseLine line,
      SensorUpdateSection section,
      RingServers servers,
      Rollout rollout,
      Instant now) {
    this.line = line;
    this.section = section;
    this.servers = servers;
    this.rollout = rollout;
    this.now = now;
    this.target = choose();
  }

  Optional<Target> target() {
    return target;
  }

  /** Remarks on the choice, for people. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  private Optional<Target> choose() {
    Optional<SensorVersion> newest =
        highest(
            servers.managed().stream()
                .flatMap(server -> server.selected().stream())
                .map(SensorUpdate::version)
                .filter(this::mayRun));
    Optional<Target> running =
        highest(
                servers.managed().stream()
                    .flatMap(OnServer::running)
                    .filter(version -> section.held(version).isEmpty()))
            .map(version -> new Target(version, verdicts(version)));
    if (newest.isEmpty() || running.isEmpty()) {
      return running.or(() -> newest.map(version -> new Target(version, verdicts(version))));
    }
    if (running.get().version().compareTo(newest.get()) >= 0) {
      return running;
    }
    Optional<RingVerdict> stuck = stuck(running.get());
    if (stuck.isEmpty() && !finished(running.get().version())) {
      remarks.add(
          Text.of(
                  "sensor-line.waits",
                  "line",
                  line,
                  "newer",
                  newest.get(),
                  "version",
                  running.get().version())
              .toString());
      return running;
    }
    stuck.ifPresent(ring ->
        remarks.add(
            Text.of(
                    "sensor-line.gives-way",
                    "line",
                    line,
                    "version",
                    running.get().version(),
                    "newer",
                    newest.get(),
                    "ring",
                    ring.ring(),
                    "state",
                    ring.state().word(),
                    "reason",
                    ring.reason())
                .toString()));
    return Optional.of(new Target(newest.get(), verdicts(newest.get())));
  }

  private static Optional<SensorVersion> highest(Stream<SensorVersion> versions) {
    return versions.max(Comparator.naturalOrder());
  }

  private boolean mayRun(SensorVersion version) {
    Optional<HeldVersion> held = section.held(version);
    held.ifPresent(it ->
        remarks.add(
            Text.of("sensor-line.held", "line", line, "version", version, "reason", it.reason())
                .toString()));
    return held.isEmpty();
  }

  /**
   * Whether each ring has the version: Garrison approved it somewhere, or nothing is left to
   * decide. Servers that lag behind get the newer version in their turn.
   */
  private boolean finished(SensorVersion version) {
    return IntStream.range(0, section.rings().size())
        .allMatch(ring ->
            servers.managed().stream()
                    .anyMatch(server -> server.openedByUs(version, ring).isPresent())
                || servers.managed().stream().allMatch(server -> server.decided(version, ring)));
  }

  private static Optional<RingVerdict> stuck(Target target) {
    return target.verdicts().stream()
        .filter(
            verdict -> verdict.state() == RingState.HALTED || verdict.state() == RingState.STALLED)
        .findFirst();
  }

  /**
   * Decides one ring after the other. Approvals of others count for a ring only when its turn has
   * come, so that they cannot open it early.
   */
  private List<RingVerdict> verdicts(SensorVersion version) {
    List<RingSituation> situations = new ArrayList<>();
    List<RingVerdict> verdicts = List.of();
    for (int ring = 0; ring < section.rings().size(); ring++) {
      boolean isItsTurn =
          verdicts.stream().allMatch(verdict -> verdict.state() == RingState.PASSED);
      situations.add(situation(version, ring, isItsTurn));
      verdicts = rollout.decide(situations);
    }
    return verdicts;
  }

  private RingSituation situation(SensorVersion version, int number, boolean isItsTurn) {
    UpdateRing ring = section.rings().get(number);
    Optional<Instant> opened = earliest(server -> server.openedByUs(version, number));
    if (opened.isEmpty() && isItsTurn) {
      opened = earliest(server -> server.opened(version, number));
    }
    RingHealth health =
        servers
            .all()
            .map(server -> server.health(version, number))
            .reduce(RingHealth.NONE, RingHealth::and);
    return new RingSituation(
        ring.ring(),
        ring.gate(),
        opened,
        health,
        note(version, number, opened, health),
        List.of(),
        number == 0
            ? Optional.empty()
            : servers.blindness().or(() -> servers.lag(version, number - 1)));
  }

  private Optional<Instant> earliest(
      java.util.function.Function<OnServer, Optional<Instant>> opening) {
    return servers.managed().stream()
        .flatMap(server -> opening.apply(server).stream())
        .min(Comparator.naturalOrder());
  }

  /**
   * Note of a ring; it is skipped if no computer takes the update once the soak time has passed.
   */
  private RingNote note(
      SensorVersion version, int ring, Optional<Instant> opened, RingHealth health) {
    int others = servers.all().mapToInt(server -> server.notApplicable(version, ring)).sum();
    boolean hasSoaked =
        opened
            .map(since -> since.plus(section.rings().get(ring).gate().soak()))
            .filter(end -> !now.isBefore(end))
            .isPresent();
    if (hasSoaked && health.targeted() == 0 && others > 0) {
      return RingNote.NONE.skippedBecause(
          Text.of("sensor-line.takes-none", "count", others).toString());
    }
    return opened.map(RingNote.NONE::healthy).orElse(RingNote.NONE);
  }
}
