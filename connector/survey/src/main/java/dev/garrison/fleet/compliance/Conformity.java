package dev.garrison.fleet.compliance;

import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.compliance.ComplianceFinding.Outcome;
import dev.garrison.fleet.compliance.Deviation.What;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares a server with the manifest's expectations. A server that is not onboarded differs once
 * its ring's deadline has passed, for any reason; one that belongs to another tenant, lost its
 * sensor, or has another antivirus mode differs at once. Unknown facts about an onboarded server
 * are no difference.
 *
 * @see <a
 *     href="https://learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-compatibility">
 *     Microsoft Defender Antivirus compatibility: the modes</a>
 */
public final class Conformity {
  /** Modes of a passive antivirus; in EDR block mode, Defender for Endpoint blocks on its own. */
  private static final Set<String> PASSIVE = Set.of("Passive Mode", "EDR Block Mode");

  private static final String ACTIVE = "Normal";
  private static final String CMPIVOT = "CMPivot";

  private final ServerStateRules judge;
  private final String tenant;
  private final Map<String, Expectation> rings;
  private final Instant now;

  /**
   * @param tenant the organization ID to which sensors must report
   * @param rings by name
   */
  public Conformity(
      ServerStateRules judge, String tenant, Map<String, Expectation> rings, Instant now) {
    this.judge = judge;
    this.tenant = tenant;
    this.rings = Map.copyOf(rings);
    this.now = now;
  }

  /** Compares one server. */
  public ComplianceFinding of(Server server) {
    Verdict verdict = judge.of(server);
    Optional<Expectation> wanted = Optional.ofNullable(rings.get(server.ring()));
    if (wanted.isEmpty()
        || verdict.state() == ServerState.EXEMPT
        || verdict.state() == ServerState.OBSOLETE) {
      return new ComplianceFinding(server, verdict, Outcome.LEFT_OUT, List.of());
    }
    List<Deviation> deviations = deviations(server, verdict, wanted.get());
    if (!deviations.isEmpty()) {
      return new ComplianceFinding(server, verdict, Outcome.DIFFERS, deviations);
    }
    return new ComplianceFinding(server, verdict, withoutDeviation(server, verdict), List.of());
  }

  /** Outcome without differences; a server that was asked and did not answer counts separately. */
  private static Outcome withoutDeviation(Server server, Verdict verdict) {
    if (verdict.state() != ServerState.ONBOARDED) {
      return Outcome.NOT_DUE;
    }
    return server.asked() && server.live().isEmpty() ? Outcome.NO_ANSWER : Outcome.AS_WANTED;
  }

  private List<Deviation> deviations(Server server, Verdict verdict, Expectation wanted) {
    return switch (verdict.state()) {
      case ONBOARDED -> antivirus(server, wanted);
      case OTHER_TENANT ->
          List.of(said(server, verdict, What.TENANT, "reports to tenant " + tenant));
      case LOST -> List.of(said(server, verdict, What.ONBOARDING, "onboarded"));
      case SENSOR_STOPPED -> List.of(said(server, verdict, What.SENSOR, "the service Sense runs"));
      case ANTIVIRUS_MODE -> List.of(said(server, verdict, What.ANTIVIRUS, mode(wanted)));
      case SETTINGS ->
          Stream.concat(
                  Stream.of(
                      said(
                          server, verdict, What.SETTINGS, "sample sharing and proxies as written")),
                  antivirus(server, wanted).stream())
              .toList();
      case FAILED,
          UNCLEAR,
          REBOOT_PENDING,
          INSTALLING,
          WAITING_FOR_CONTENT,
          WAITING_FOR_WINDOW,
          WAITING,
          NOT_READY,
          AWAITING_POLICY,
          SILENT,
          NOT_TARGETED,
          NO_INVENTORY,
          INACTIVE,
          NO_CLIENT ->
          wanted
              .due()
              .filter(now::isAfter)
              .map(due ->
                  List.of(
                      said(
                          server,
                          new Verdict(
                              verdict.state(),
                              verdict.state().word() + ": " + verdict.why(),
                              verdict.remedy(),
                              verdict.disagreement()),
                          What.ONBOARDING,
                          "onboarded by " + due)))
              .orElse(List.of());
      case OBSOLETE, EXEMPT -> List.of();
    };
  }

  private static String mode(Expectation wanted) {
    return wanted.passive() ? "passive" : "active";
  }

  /** Creates a deviation with the source of the verdict. */
  private static Deviation said(Server server, Verdict verdict, What what, String wanted) {
    Optional<Sensor> sensor = server.sensor();
    Optional<Instant> asked = sensor.flatMap(Sensor::asked);
    if (asked.isPresent()) {
      return new Deviation(what, wanted, verdict.why(), CMPIVOT, asked);
    }
    boolean sensed = what == What.TENANT || what == What.SENSOR || what == What.ONBOARDING;
    return sensed && sensor.isPresent() && verdict.state().group() == ServerState.Group.LOOK
        ? new Deviation(what, wanted, verdict.why(), "inventory", server.inventoried())
        : new Deviation(
            what,
            wanted,
            verdict.why(),
            server.onboarding().isPresent() ? "the deployment" : "the site",
            server.onboarding().flatMap(status -> status.since()));
  }

  private static List<Deviation> antivirus(Server server, Expectation wanted) {
    return server.live().map(answer -> antivirus(answer, wanted)).orElse(List.of());
  }

  private static List<Deviation> antivirus(LiveAnswer answer, Expectation wanted) {
    List<Deviation> deviations = new ArrayList<>();
    answer
        .runningMode()
        .filter(mode -> wanted.passive() ? !PASSIVE.contains(mode) : !mode.equals(ACTIVE))
        .ifPresent(mode ->
            deviations.add(live(answer, What.ANTIVIRUS, mode(wanted), "AMRunningMode " + mode)));
    if (answer.runningMode().isEmpty()
        && !wanted.passive()
        && answer.defender() != LiveService.RUNNING) {
      deviations.add(
          live(
              answer,
              What.ANTIVIRUS,
              "active",
              "the service WinDefend is " + answer.defender().word()));
    }
    answer
        .forcePassive()
        .filter(value -> wanted.passive() != value.equals("1"))
        .ifPresent(value ->
            deviations.add(
                live(
                    answer,
                    What.REGISTRY,
                    wanted.passive()
                        ? "ForceDefenderPassiveMode 1"
                        : "ForceDefenderPassiveMode 0 or not set",
                    "ForceDefenderPassiveMode " + value)));
    return deviations;
  }

  private static Deviation live(LiveAnswer answer, What what, String wanted, String is) {
    return new Deviation(what, wanted, is, CMPIVOT, Optional.of(answer.at()));
  }
}
