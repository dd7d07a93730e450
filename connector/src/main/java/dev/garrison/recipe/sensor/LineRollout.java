package dev.garrison.recipe.sensor;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.manifest.wsus.HeldVersion;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.rollout.RingHealth;
import dev.garrison.rollout.RingNote;
import dev.garrison.rollout.RingSituation;
import dev.garrison.rollout.RingState;
import dev.garrison.rollout.RingVerdict;
import dev.garrison.rollout.Rollout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which version of one family and channel the rings get now. A version that is in the rings is
 * finished before a newer one begins (F22): one KB number is replaced in place every month, and
 * with a rollout that begins anew each time nothing would ever reach the last ring. One that a ring
 * was halted for gives way.
 *
 * <p>WSUS keeps nothing of ours but the approvals. So a ring opens with its first approval, and
 * soaks from then on.
 */
final class LineRollout {
  private final ReleaseLine line;
  private final SensorUpdateSection section;
  private final List<OnServer> servers;
  private final Rollout rollout;
  private final List<String> remarks = new ArrayList<>();
  private final Optional<Target> target;

  /** A version with what was decided for each ring, in the order of the rings. */
  record Target(SensorVersion version, List<RingVerdict> verdicts) {}

  /**
   * @param servers those that may be written to by their kind, of this line
   */
  LineRollout(
      ReleaseLine line, SensorUpdateSection section, List<OnServer> servers, Rollout rollout) {
    this.line = line;
    this.section = section;
    this.servers = servers;
    this.rollout = rollout;
    this.target = choose();
  }

  Optional<Target> target() {
    return target;
  }

  /** What people should know of it. */
  List<String> remarks() {
    return remarks;
  }

  private Optional<Target> choose() {
    Optional<SensorVersion> newest =
        servers.stream()
            .flatMap(server -> server.selected().stream())
            .map(sensor -> sensor.version())
            .filter(this::mayRun)
            .max(Comparator.naturalOrder());
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    Optional<Target> running =
        servers.stream()
            .flatMap(OnServer::running)
            .filter(
                version -> version.compareTo(newest.get()) < 0 && section.held(version).isEmpty())
            .max(Comparator.naturalOrder())
            .filter(version -> !begun(newest.get()) && !finished(version))
            .map(version -> new Target(version, verdicts(version)));
    Optional<RingVerdict> halted = running.flatMap(LineRollout::halted);
    if (running.isPresent() && halted.isEmpty()) {
      remarks.add(
          "%s: %s waits until %s is approved for every ring"
              .formatted(line, newest.get(), running.get().version()));
      return running;
    }
    halted.ifPresent(ring ->
        remarks.add(
            "%s: %s gives way to %s, because ring %s is halted: %s"
                .formatted(
                    line,
                    running.orElseThrow().version(),
                    newest.get(),
                    ring.ring(),
                    ring.reason())));
    return Optional.of(new Target(newest.get(), verdicts(newest.get())));
  }

  private boolean mayRun(SensorVersion version) {
    Optional<HeldVersion> held = section.held(version);
    held.ifPresent(it -> {
      String remark = "%s: %s is held: %s".formatted(line, version, it.reason());
      if (!remarks.contains(remark)) {
        remarks.add(remark);
      }
    });
    return held.isEmpty();
  }

  private boolean begun(SensorVersion version) {
    return servers.stream().flatMap(OnServer::running).anyMatch(version::equals);
  }

  private boolean finished(SensorVersion version) {
    return IntStream.range(0, section.rings().size())
        .allMatch(ring -> servers.stream().allMatch(server -> server.decided(version, ring)));
  }

  private static Optional<RingVerdict> halted(Target target) {
    return target.verdicts().stream()
        .filter(verdict -> verdict.state() == RingState.HALTED)
        .findFirst();
  }

  private List<RingVerdict> verdicts(SensorVersion version) {
    List<RingSituation> situations = new ArrayList<>();
    for (int ring = 0; ring < section.rings().size(); ring++) {
      situations.add(situation(version, ring));
    }
    return rollout.decide(situations);
  }

  private RingSituation situation(SensorVersion version, int ring) {
    Optional<Instant> opened =
        servers.stream()
            .flatMap(server -> server.opened(version, ring).stream())
            .min(Comparator.naturalOrder());
    RingHealth health =
        servers.stream()
            .map(server -> server.health(version, ring))
            .reduce(RingHealth.NONE, RingHealth::and);
    return new RingSituation(
        section.rings().get(ring).ring(),
        section.rings().get(ring).gate(),
        opened,
        health,
        opened.map(RingNote.NONE::healthy).orElse(RingNote.NONE));
  }
}
