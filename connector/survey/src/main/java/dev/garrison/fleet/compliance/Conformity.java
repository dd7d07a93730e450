package dev.garrison.fleet.compliance;

import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.RunningMode;
import dev.garrison.fleet.antivirus.Told;
import dev.garrison.fleet.compliance.ComplianceFinding.Outcome;
import dev.garrison.fleet.compliance.Deviation.What;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.language.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final Optional<String> PASSIVE_VALUE = Optional.of("1");
  private static final Text CMPIVOT = Text.verbatim("CMPivot");

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
      case ONBOARDED, ANTIVIRUS_DANGER -> antivirus(server, wanted);
      case OTHER_TENANT ->
          List.of(
              said(server, verdict, What.TENANT, Text.of("deviation.tenant", "tenant", tenant)));
      case LOST, OFFBOARDING_PENDING ->
          List.of(said(server, verdict, What.ONBOARDING, Text.of("deviation.onboarded")));
      case SENSOR_STOPPED ->
          List.of(said(server, verdict, What.SENSOR, Text.of("deviation.sensor-runs")));
      case ANTIVIRUS_MODE ->
          server.unsuccessful(server.mode()).isPresent()
              ? List.of(said(server, verdict, What.ANTIVIRUS, mode(wanted)))
              : antivirus(server, wanted);
      case SETTINGS ->
          Stream.concat(
                  Stream.of(said(server, verdict, What.SETTINGS, Text.of("deviation.settings"))),
                  antivirus(server, wanted).stream())
              .toList();
      case FAILED,
          UNCLEAR,
          REBOOT_PENDING,
          INSTALLING,
          WAITING_FOR_CONTENT,
          WAITING_FOR_WINDOW,
          WAITING,
          ONBOARDING_PENDING,
          NOT_READY,
          AWAITING_POLICY,
          SILENT,
          NOT_TARGETED,
          LEGACY_SENSOR,
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
                          verdict,
                          What.ONBOARDING,
                          Text.of("deviation.onboarded-by", "due", due),
                          Text.of(
                              "deviation.state",
                              "state",
                              verdict.state().word(),
                              "why",
                              Text.recorded(verdict.why())))))
              .orElse(List.of());
      case OBSOLETE, EXEMPT -> List.of();
    };
  }

  private static Text mode(Expectation wanted) {
    return wanted.passive() ? Text.of("deviation.passive") : Text.of("deviation.active");
  }

  private static Deviation said(Server server, Verdict verdict, What what, Text wanted) {
    return said(server, verdict, what, wanted, Text.recorded(verdict.why()));
  }

  /** Creates a deviation with the source of the verdict. */
  private static Deviation said(Server server, Verdict verdict, What what, Text wanted, Text is) {
    Optional<Sensor> sensor = server.sensor();
    Optional<Instant> asked = sensor.flatMap(Sensor::asked);
    if (asked.isPresent()) {
      return new Deviation(what, wanted, is, CMPIVOT, asked);
    }
    boolean sensed = what == What.TENANT || what == What.SENSOR || what == What.ONBOARDING;
    return sensed && sensor.isPresent() && verdict.state().group() == ServerState.Group.LOOK
        ? new Deviation(what, wanted, is, Text.of("deviation.from-inventory"), server.inventoried())
        : new Deviation(
            what,
            wanted,
            is,
            server.onboarding().isPresent()
                ? Text.of("deviation.from-deployment")
                : Text.of("deviation.from-site"),
            server.onboarding().flatMap(status -> status.since()));
  }

  /** Deviations by the server's own answer, or by what is known of its antivirus. */
  private static List<Deviation> antivirus(Server server, Expectation wanted) {
    List<Deviation> answered =
        server.live().map(answer -> antivirus(answer, wanted)).orElse(List.of());
    return answered.stream().anyMatch(one -> one.what() == What.ANTIVIRUS)
        ? answered
        : Stream.concat(known(server, wanted).stream(), answered.stream()).toList();
  }

  private static Optional<Deviation> known(Server server, Expectation wanted) {
    AntivirusState today = server.protection();
    boolean answered =
        Stream.of(today.mode(), today.realTime(), today.other())
            .flatMap(Optional::stream)
            .findFirst()
            .map(told -> told.source() == Told.Source.LIVE)
            .orElse(server.live().isPresent());
    return today
        .problem(server.wanted())
        .map(problem ->
            new Deviation(
                What.ANTIVIRUS,
                today.danger().isPresent() ? Text.of("deviation.protected") : mode(wanted),
                problem,
                answered ? CMPIVOT : Text.of("deviation.from-inventory"),
                answered ? server.live().map(LiveAnswer::at) : server.inventoried()));
  }

  private static List<Deviation> antivirus(LiveAnswer answer, Expectation wanted) {
    List<Deviation> deviations = new ArrayList<>();
    answer
        .runningMode()
        .filter(mode -> differs(mode, answer, wanted))
        .ifPresent(mode ->
            deviations.add(
                live(
                    answer, What.ANTIVIRUS, mode(wanted), Text.verbatim("AMRunningMode " + mode))));
    if (answer.runningMode().isEmpty()
        && !wanted.passive()
        && answer.defender() != LiveService.RUNNING) {
      deviations.add(
          live(
              answer,
              What.ANTIVIRUS,
              mode(wanted),
              Text.of("deviation.defender", "state", answer.defender().name())));
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
                        ? Text.verbatim("ForceDefenderPassiveMode 1")
                        : Text.of("deviation.not-passive"),
                    value.equals(LiveAnswer.NOT_SET)
                        ? Text.of("deviation.not-set")
                        : Text.verbatim("ForceDefenderPassiveMode " + value))));
    return deviations;
  }

  /** Checks whether a running mode is known and not the one of the ring. */
  private static boolean differs(String mode, LiveAnswer answer, Expectation wanted) {
    return RunningMode.in(mode)
        .map(known ->
            switch (known) {
              case NORMAL -> wanted.passive();
              // Beside another product it is as good as passive, as for a gate.
              case PASSIVE, SXS_PASSIVE, NOT_RUNNING -> !wanted.passive();
              // Beside either mode: the registry value tells which, and is compared by itself.
              case EDR_BLOCK -> !wanted.passive() && answer.forcePassive().equals(PASSIVE_VALUE);
            })
        .orElse(false);
  }

  private static Deviation live(LiveAnswer answer, What what, Text wanted, Text is) {
    return new Deviation(what, wanted, is, CMPIVOT, Optional.of(answer.at()));
  }
}
