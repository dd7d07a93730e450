package dev.garrison.fleet.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.KnownServer;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.antivirus.KnownAntivirus;
import dev.garrison.fleet.compliance.ComplianceFinding.Outcome;
import dev.garrison.fleet.compliance.Deviation.What;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.language.Language;
import dev.garrison.manifest.Ring.Antivirus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How servers compare with what their ring wants, by hand. */
final class ConformityTest {
  private static final String OURS = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  private static final String OTHER = "77aa0000-0000-4000-8000-000000000003";
  private static final Instant DUE = Instant.parse("2026-11-27T22:00:00Z");
  private static final Instant LATER = DUE.plusSeconds(60);
  private static final Instant SCAN = Instant.parse("2026-11-27T03:00:00Z");

  private static Conformity at(Instant now, boolean passive) {
    return new Conformity(
        new ServerStateRules(OURS, new ExcludedServers(Map.of("sql01", "left out"))),
        OURS,
        Map.of(
            "pilot", new Expectation(Optional.of(DUE), passive),
            "broad", new Expectation(Optional.empty(), passive)),
        now);
  }

  private static Server server(String ring, long status, Optional<Sensor> sensor) {
    return KnownServer.of(
        1,
        "DC01",
        ring,
        "Microsoft Windows Server 2022 Standard",
        Optional.of(new Presence(true, true, false, "5.00", Optional.of(SCAN))),
        Optional.of(
            new DeploymentStatus(status, status == 1 ? 1000 : 2002, 0, "", Optional.empty())),
        Optional.empty(),
        sensor);
  }

  private static Optional<Sensor> sensor(String tenant, boolean runs) {
    return Optional.of(new Sensor(1, tenant, runs, Optional.empty()));
  }

  private static Server answering(String mode, String force, LiveService defender) {
    return answering(mode, force, defender, Optional.empty(), Antivirus.ACTIVE);
  }

  private static Server answering(
      String mode, String force, LiveService defender, Optional<String> other, Antivirus wanted) {
    Server plain = server("pilot", 1, sensor(OURS, true));
    return new Server(
        1,
        "DC01",
        "pilot",
        plain.system(),
        plain.presence(),
        Optional.empty(),
        plain.onboarding(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Sensor(1, OURS, true, Optional.empty(), Optional.of(LATER))),
        true,
        KnownAntivirus.answering(
            new LiveAnswer(
                LATER,
                LiveService.RUNNING,
                defender,
                Optional.of(force).filter(text -> !text.equals("?")),
                Optional.empty(),
                Optional.of(mode).filter(text -> !text.equals("?")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                other,
                Optional.empty(),
                Optional.empty())),
        wanted);
  }

  private static String told(Deviation one) {
    return "%s: %s, %s (%s, %s)"
        .formatted(
            one.what().word(),
            one.wanted(),
            one.is(),
            one.source(),
            one.at().map(Instant::toString).orElse("-"));
  }

  @Test
  void aDifferenceIsShownInJapaneseWithWhatTheSiteReported() {
    Deviation waiting =
        at(LATER, false).of(server("pilot", 2, Optional.empty())).deviations().getFirst();
    assertThat(waiting.wanted().in(Language.JAPANESE)).isEqualTo("2026-11-27T22:00:00Z までにオンボード");
    assertThat(waiting.is().in(Language.JAPANESE)).isEqualTo("installing: アプリケーションをインストールしています");
    assertThat(waiting.source().in(Language.JAPANESE)).isEqualTo("展開");
  }

  @Test
  void aStoppedAntivirusIsNamedInBothLanguages() {
    Deviation stopped =
        at(LATER, false).of(answering("?", "?", LiveService.STOPPED)).deviations().getFirst();
    assertThat(told(stopped))
        .isEqualTo(
            "antivirus: active, the service WinDefend is stopped (CMPivot, %s)".formatted(LATER));
    assertThat(stopped.is().in(Language.JAPANESE)).isEqualTo("サービス WinDefend は停止中");
  }

  @Test
  void aServerThatIsOnboardedToOurTenantIsAsWanted() {
    ComplianceFinding finding = at(LATER, false).of(server("pilot", 1, sensor(OURS, true)));
    assertThat(finding.outcome()).isEqualTo(Outcome.AS_WANTED);
    assertThat(finding.deviations()).isEmpty();
  }

  @Test
  void failedSettingsDoNotHideAnAntivirusThatDiffers() {
    Server passive = answering("Passive Mode", "?", LiveService.RUNNING);
    Server both =
        new Server(
            1,
            "DC01",
            "pilot",
            passive.system(),
            passive.presence(),
            Optional.empty(),
            passive.onboarding(),
            Optional.empty(),
            Optional.of(new DeploymentStatus(5, 5000, 20031, "", Optional.empty())),
            passive.sensor(),
            true,
            passive.antivirus(),
            Antivirus.ACTIVE);
    assertThat(at(LATER, false).of(both).deviations())
        .extracting(deviation -> deviation.what().word() + ": " + deviation.wanted())
        .containsExactly("settings: sample sharing and proxies as written", "antivirus: active");
  }

  @Test
  void oneThatDidNotAnswerIsNeverAsWanted() {
    Server plain = server("pilot", 1, sensor(OURS, true));
    Server silent =
        new Server(
            1,
            "DC01",
            "pilot",
            plain.system(),
            plain.presence(),
            Optional.empty(),
            plain.onboarding(),
            Optional.empty(),
            Optional.empty(),
            plain.sensor(),
            true,
            KnownAntivirus.NOT_TOLD,
            Antivirus.ACTIVE);
    assertThat(at(LATER, false).of(silent).outcome()).isEqualTo(Outcome.NO_ANSWER);
  }

  @Test
  void oneThatIsNotOnboardedDiffersOnceTheDeadlineHasPassed() {
    Server waiting = server("pilot", 2, Optional.empty());
    assertThat(at(DUE, false).of(waiting).outcome()).isEqualTo(Outcome.NOT_DUE);
    assertThat(at(LATER, false).of(waiting).deviations())
        .extracting(ConformityTest::told)
        .containsExactly(
            "onboarding: onboarded by 2026-11-27T22:00:00Z, installing: installing the application (the deployment, -)");
  }

  @Test
  void aRingThatHasNotOpenedOwesNothing() {
    assertThat(at(LATER, false).of(server("broad", 0, Optional.empty())).outcome())
        .isEqualTo(Outcome.NOT_DUE);
  }

  @Test
  void anotherTenantDiffersAtOnce() {
    assertThat(at(DUE, false).of(server("pilot", 2, sensor(OTHER, true))).deviations())
        .extracting(ConformityTest::told)
        .containsExactly(
            "tenant: reports to tenant %s, onboarded to tenant %s (inventory, %s)"
                .formatted(OURS, OTHER, SCAN));
  }

  @Test
  void aSensorThatDoesNotRunDiffers() {
    assertThat(at(DUE, false).of(server("broad", 1, sensor(OURS, false))).deviations())
        .extracting(Deviation::what)
        .containsExactly(What.SENSOR);
  }

  @Test
  void aServerThatIsAboutToBeOffboardedDiffersAtOnce() {
    Server plain = answering("Normal", "0", LiveService.RUNNING);
    Server leaving =
        new Server(
            1,
            "DC01",
            "pilot",
            plain.system(),
            plain.presence(),
            Optional.empty(),
            plain.onboarding(),
            Optional.empty(),
            Optional.empty(),
            plain.sensor(),
            true,
            KnownAntivirus.answering(
                new LiveAnswer(
                    LATER,
                    LiveService.RUNNING,
                    LiveService.RUNNING,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(false),
                    Optional.of(true))),
            Antivirus.ACTIVE);
    assertThat(at(DUE, false).of(leaving).deviations())
        .extracting(ConformityTest::told)
        .containsExactly(
            "onboarding: onboarded, offboarding pending: the sensor is onboarded, and the policy key contains the offboarding value (CMPivot, %s)"
                .formatted(LATER));
  }

  @ParameterizedTest
  @CsvSource({
    "true,  Passive Mode, none, '', 'onboarded, but Microsoft Defender Antivirus is passive, and no other antivirus product was detected as running'",
    "false, Normal,       ESET, '', 'onboarded, but two antivirus products are active'",
    "false, Not running,  none, AMRunningMode Not running, ''",
  })
  void aServerInDangerDiffersOnceWhateverItsRingWants(
      boolean passive, String mode, String other, String is, String danger) {
    Server server =
        answering(
            mode,
            "?",
            LiveService.RUNNING,
            Optional.of(other),
            passive ? Antivirus.PASSIVE : Antivirus.ACTIVE);
    ComplianceFinding finding = at(LATER, passive).of(server);
    assertThat(finding.outcome()).isEqualTo(Outcome.DIFFERS);
    assertThat(finding.verdict().state()).isEqualTo(ServerState.ANTIVIRUS_DANGER);
    assertThat(finding.deviations())
        .extracting(ConformityTest::told)
        .containsExactly(
            is.isEmpty()
                ? "antivirus: protected by exactly one antivirus product, %s (CMPivot, %s)"
                    .formatted(danger, LATER)
                : "antivirus: active, %s (CMPivot, %s)".formatted(is, LATER));
  }

  @Test
  void anExceptionIsLeftOut() {
    Server plain = server("pilot", 2, Optional.empty());
    Server exempt =
        KnownServer.of(
            2,
            "SQL01",
            "pilot",
            plain.system(),
            plain.presence(),
            plain.onboarding(),
            Optional.empty(),
            Optional.empty());
    assertThat(at(LATER, false).of(exempt).outcome()).isEqualTo(Outcome.LEFT_OUT);
  }

  @ParameterizedTest
  @CsvSource({
    // ring wants passive, AMRunningMode, ForceDefenderPassiveMode, WinDefend, what differs
    "false, Normal,         not set, RUNNING,  ''",
    "false, Normal,         0,       RUNNING,  ''",
    "false, Passive Mode,   not set, RUNNING,  antivirus",
    "false, Passive Mode,   1,       RUNNING,  'antivirus, registry'",
    "false, Normal,         1,       RUNNING,  registry",
    "false, ?,              ?,       RUNNING,  ''",
    "false, ?,              ?,       DISABLED, antivirus",
    "false, ?,              ?,       MISSING,  antivirus",
    "true,  Passive Mode,   1,       RUNNING,  ''",
    "true,  EDR Block Mode, 1,       RUNNING,  ''",
    "true,  Normal,         1,       RUNNING,  antivirus",
    "true,  Passive Mode,   not set, RUNNING,  registry",
    "true,  Normal,         0,       RUNNING,  'antivirus, registry'",
    "true,  Whatever,       ?,       RUNNING,  ''",
    "false, Whatever,       ?,       RUNNING,  ''",
    "true,  Passive,        1,       RUNNING,  ''",
    "true,  SxS Passive Mode, 1,     RUNNING,  ''",
    "false, SxS Passive Mode, 0,     RUNNING,  antivirus",
    "true,  Not running,    1,       STOPPED,  ''",
    "false, Not running,    0,       STOPPED,  antivirus",
    "false, EDR Block Mode, 0,       RUNNING,  ''",
    "false, EDR Block Mode, 1,       RUNNING,  'antivirus, registry'",
    "true,  EDR Block Mode, not set, RUNNING,  'antivirus, registry'",
    "true,  ?,              ?,       DISABLED, ''",
  })
  void theAntivirusIsComparedWithTheRing(
      boolean passive, String mode, String force, LiveService defender, String differs) {
    Optional<String> other = Optional.of("ESET").filter(_ -> passive);
    List<Deviation> deviations =
        at(LATER, passive)
            .of(
                answering(
                    mode, force, defender, other, passive ? Antivirus.PASSIVE : Antivirus.ACTIVE))
            .deviations();
    assertThat(String.join(", ", deviations.stream().map(one -> one.what().word()).toList()))
        .isEqualTo(differs);
    assertThat(deviations).allMatch(one -> one.source().toString().equals("CMPivot"));
  }
}
