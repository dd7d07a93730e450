package dev.garrison.recipe.sensor;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Remark;
import dev.garrison.gate.RingVerdict;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.ring.RingHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
          Text.of(
                  "plan-input.sensor-update",
                  "line",
                  line,
                  "ring",
                  target.verdicts().get(ring).ring())
              .toString(),
          target.deploys(ring)
              ? Text.of("plan-input.gets", "version", target.version()).toString()
              : Plan.DEFERRED);
    }
    return pins;
  }

  private void target(ReleaseLineRollout.Target target, List<String> remarks) {
    for (int ring = 0; ring < target.verdicts().size(); ring++) {
      RingVerdict verdict = target.verdicts().get(ring);
      remarks.add(
          Text.of(
                  verdict.opens() ? "sensor-line.opens" : "sensor-line.status",
                  "line",
                  line,
                  "version",
                  target.version(),
                  "ring",
                  verdict.ring(),
                  "state",
                  verdict.state().word(),
                  "reason",
                  verdict.reason())
              .toString());
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
          Text.of(
                  "sensor-line.not-on",
                  "line",
                  line,
                  "version",
                  target.version(),
                  "servers",
                  lacking)
              .toString());
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
          Text.of(
                  "sensor-line.not-applicable",
                  "line",
                  line,
                  "count",
                  others,
                  "total",
                  all,
                  "ring",
                  section.rings().get(ring).ring())
              .toString());
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
                  Text.of(
                          "sensor-line.license",
                          "line",
                          line,
                          "version",
                          sensor.version(),
                          "server",
                          name)
                      .toString()));
      case Choice.Nothing(var absence) ->
          remarks.add(
              Text.of(
                      "sensor-line.nothing",
                      "line",
                      line,
                      "server",
                      name,
                      "reason",
                      absence.words())
                  .toString());
      case Choice.Disagreement(var conflict, var sensors, _) ->
          remarks.add(
              Text.of(
                      "sensor-line.disagreement",
                      "line",
                      line,
                      "server",
                      name,
                      "reason",
                      conflict.words(),
                      "versions",
                      sensors.stream().map(sensor -> sensor.version().toString()).toList())
                  .toString());
    }
  }
}
