package dev.garrison.recipe.sensor;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Remark;
import dev.garrison.gate.RingVerdict;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.ring.RingHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Remarks on the decisions for one family and channel. */
final class LineReport {
  private final ReleaseLine line;
  private final SensorUpdateSection section;
  private final RingServers servers;
  private final ReleaseLineRollout rollout;

  LineReport(
      ReleaseLine line,
      SensorUpdateSection section,
      RingServers servers,
      ReleaseLineRollout rollout) {
    this.line = line;
    this.section = section;
    this.servers = servers;
    this.rollout = rollout;
  }

  List<String> remarks() {
    List<String> remarks = new ArrayList<>(rollout.remarks());
    rollout.target().ifPresent(target -> target(target, remarks));
    for (OnServer server : servers.managed()) {
      server.choice().ifPresent(choice -> choice(server, choice, remarks));
    }
    return remarks;
  }

  /** Pinned decisions: a plan is stale if a ring gets another version, or none any more. */
  Map<String, String> pins(ReleaseLineRollout.Target target) {
    Map<String, String> pins = new TreeMap<>();
    for (int ring = 0; ring < target.verdicts().size(); ring++) {
      pins.put(
          "sensor update, %s, ring %s".formatted(line, target.verdicts().get(ring).ring()),
          target.deploys(ring) ? "gets " + target.version() : Plan.DEFERRED);
    }
    return pins;
  }

  private void target(ReleaseLineRollout.Target target, List<String> remarks) {
    for (int ring = 0; ring < target.verdicts().size(); ring++) {
      RingVerdict verdict = target.verdicts().get(ring);
      remarks.add(
          "%s: %s, ring %s is %s: %s"
              .formatted(
                  line,
                  target.version(),
                  verdict.ring(),
                  verdict.state().word(),
                  verdict.reason()));
      notApplicable(target, ring, remarks);
    }
    List<String> lacking =
        servers.managed().stream()
            .filter(server -> server.found(target.version()).isEmpty())
            .filter(
                server -> server.choice().filter(Choice.Disagreement.class::isInstance).isEmpty())
            .map(server -> server.server().name())
            .toList();
    if (!lacking.isEmpty()) {
      remarks.add(
          "%s: %s is not on %s, which gets it when it has synchronised"
              .formatted(line, target.version(), String.join(", ", lacking)));
    }
  }

  private void notApplicable(ReleaseLineRollout.Target target, int ring, List<String> remarks) {
    int others = 0;
    int all = 0;
    for (OnServer server : servers.all().toList()) {
      int here = server.notApplicable(target.version(), ring);
      RingHealth health = server.health(target.version(), ring);
      others += here;
      all += here + health.targeted();
    }
    if (others > 0) {
      remarks.add(
          "%s: %d of %d computers of ring %s do not take it: the agent is missing, or it is for another Windows"
              .formatted(line, others, all, section.rings().get(ring).ring()));
    }
  }

  private void choice(OnServer server, Choice choice, List<String> remarks) {
    String name = server.server().name();
    switch (choice) {
      case Choice.Selected _ -> {
        // The rings tell of it.
      }
      case Choice.NeedsLicence(var sensor) ->
          remarks.add(
              Remark.action(
                  "%s: %s on %s has licence terms that nobody has accepted: read them in the console and accept them there, or set 'acceptLicence: true'"
                      .formatted(line, sensor.version(), name)));
      case Choice.Nothing(var absence) ->
          remarks.add("%s: nothing to approve on %s: %s".formatted(line, name, absence.words()));
      case Choice.Disagreement(var conflict, var sensors, _) ->
          remarks.add(
              "%s: nothing is approved on %s, because %s (%s): look at them in the console"
                  .formatted(
                      line,
                      name,
                      conflict.words(),
                      sensors.stream()
                          .map(sensor -> sensor.version().toString())
                          .collect(Collectors.joining(", "))));
    }
  }
}
