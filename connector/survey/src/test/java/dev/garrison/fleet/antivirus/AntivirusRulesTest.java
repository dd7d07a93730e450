package dev.garrison.fleet.antivirus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.antivirus.AntivirusEvidence.CustomRow;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Others;
import dev.garrison.fleet.antivirus.AntivirusEvidence.ProtectionState;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Running;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Stated;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Defender;
import dev.garrison.fleet.antivirus.AntivirusState.Health;
import dev.garrison.fleet.antivirus.AntivirusState.Other;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.antivirus.Told.Source;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.manifest.Ring.Antivirus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What protects a server, by what is told of it. */
final class AntivirusRulesTest {
  private static final Instant SCANNED = Instant.parse("2026-11-28T03:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final String ESET = "ESET";

  private Running defender = Running.INSTALLED;
  private boolean statesTold;
  private @Nullable String running;
  private @Nullable String installed;
  private @Nullable String stated;
  private boolean statedByService;
  private @Nullable CustomRow custom;
  private ProtectionState sent = ProtectionState.NOT_TOLD;
  private boolean sensorSeen = true;
  private boolean passiveRead;
  private @Nullable LiveAnswer live;

  private AntivirusState state() {
    return AntivirusRules.of(evidence());
  }

  private AntivirusEvidence evidence() {
    return new AntivirusEvidence(
        Optional.of(SCANNED),
        defender,
        new Others(
            statesTold,
            Optional.ofNullable(running),
            Optional.ofNullable(installed),
            "Deep Instinct".equals(installed),
            Optional.empty()),
        Optional.ofNullable(stated).map(product -> new Stated(product, statedByService)),
        Optional.ofNullable(custom),
        sent,
        sensorSeen,
        Optional.empty(),
        passiveRead,
        Optional.ofNullable(live));
  }

  private void custom(String mode, @Nullable Boolean realTime) {
    custom = new CustomRow(Optional.of(mode), Optional.ofNullable(realTime));
  }

  private static LiveAnswer answer(
      @Nullable String mode, @Nullable Boolean realTime, @Nullable String other) {
    return answer(mode, realTime, other, null);
  }

  private static LiveAnswer answer(
      @Nullable String mode,
      @Nullable Boolean realTime,
      @Nullable String other,
      @Nullable String forced) {
    return KnownAntivirus.answer(
        NOW,
        Optional.ofNullable(forced),
        Optional.ofNullable(mode),
        Optional.ofNullable(realTime),
        Optional.ofNullable(other));
  }

  @Test
  void nothingThatIsToldIsNothingThatIsKnown() {
    AntivirusState state = state();

    assertThat(state.defender()).isEqualTo(Defender.UNKNOWN);
    assertThat(state.others()).isEqualTo(Other.UNKNOWN);
    assertThat(state.protector()).isEqualTo(Protector.UNKNOWN);
    assertThat(state.danger()).isEmpty();
    assertThat(state.health(Antivirus.ACTIVE)).isEqualTo(Health.UNKNOWN);
    assertThat(state.health(Antivirus.PASSIVE)).isEqualTo(Health.UNKNOWN);
    assertThat(state.mayBePassive()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # mode,            real-time, defender, active ring, passive ring beside ESET
          Normal,            true,      ACTIVE,   HEALTHY,     UNHEALTHY
          Normal,            -,         ACTIVE,   UNKNOWN,     UNHEALTHY
          Normal,            false,     OFF,      UNHEALTHY,   UNHEALTHY
          Passive,           false,     PASSIVE,  UNHEALTHY,   HEALTHY
          Passive Mode,      -,         PASSIVE,  UNHEALTHY,   HEALTHY
          SxS Passive Mode,  -,         PASSIVE,  UNHEALTHY,   HEALTHY
          Not running,       -,         OFF,      UNHEALTHY,   HEALTHY
          EDR Block Mode,    -,         UNKNOWN,  UNKNOWN,     UNKNOWN
          Some New Mode,     -,         UNKNOWN,  UNKNOWN,     UNKNOWN
          """)
  void aGateSeesTheModeOfTheCustomClass(
      String mode, @Nullable Boolean realTime, Defender expected, Health active, Health passive) {
    custom(mode, realTime);
    running = ESET;
    statesTold = true;

    assertThat(state().defender()).isEqualTo(expected);
    assertThat(state().health(Antivirus.ACTIVE)).isEqualTo(active);
    assertThat(state().health(Antivirus.PASSIVE)).isEqualTo(passive);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"1, PASSIVE", "0, ACTIVE", "not set, ACTIVE", "7, UNKNOWN", "-, UNKNOWN"})
  void edrBlockModeIsPassiveOnlyWithTheValueOne(@Nullable String value, Defender expected) {
    live = answer("EDR Block Mode", null, null, value);

    assertThat(state().defender()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # value, real-time, defender, active ring, passive ring beside ESET
          -,       true,      ACTIVE,   HEALTHY,     UNHEALTHY
          -,       false,     OFF,      UNHEALTHY,   UNKNOWN
          -,       -,         UNKNOWN,  UNKNOWN,     UNKNOWN
          not set, false,     OFF,      UNHEALTHY,   UNKNOWN
          1,       false,     PASSIVE,  UNHEALTHY,   HEALTHY
          """)
  void realTimeProtectionTellsMoreOfEdrBlockModeWhereTheValueIsNotKnown(
      @Nullable String value,
      @Nullable Boolean realTime,
      Defender expected,
      Health active,
      Health passive) {
    live = answer("EDR Block Mode", realTime, ESET, value);

    assertThat(state().defender()).isEqualTo(expected);
    assertThat(state().health(Antivirus.ACTIVE)).isEqualTo(active);
    assertThat(state().health(Antivirus.PASSIVE)).isEqualTo(passive);
  }

  @Test
  void edrBlockModeIsPassiveWhereTheDeploymentReadTheValue() {
    custom("EDR Block Mode", null);
    passiveRead = true;

    assertThat(state().defender()).isEqualTo(Defender.PASSIVE);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # service,   sent real-time, sent antivirus, defender
          RUNNING,     -,              -,              UNKNOWN
          INSTALLED,   -,              -,              UNKNOWN
          INSTALLED,   true,           true,           ACTIVE
          INSTALLED,   false,          true,           OFF
          INSTALLED,   -,              false,          OFF
          INSTALLED,   -,              true,           UNKNOWN
          STOPPED,     -,              -,              OFF
          MISSING,     -,              -,              OFF
          NOT_TOLD,    -,              -,              UNKNOWN
          """)
  void withoutAModeRealTimeProtectionAndTheServiceTell(
      Running service, @Nullable Boolean realTime, @Nullable Boolean on, Defender expected) {
    defender = service;
    sent = new ProtectionState(Optional.ofNullable(realTime), Optional.ofNullable(on));

    assertThat(state().defender()).isEqualTo(expected);
    assertThat(state().mode()).isEmpty();
  }

  @Test
  void realTimeProtectionThatIsOffDoesNotProvePassiveMode() {
    sent = new ProtectionState(Optional.of(false), Optional.of(true));
    running = ESET;
    statesTold = true;

    assertThat(state().health(Antivirus.PASSIVE)).isEqualTo(Health.UNKNOWN);
  }

  @Test
  void realTimeProtectionThatIsOnProvesThatAPassiveServerIsActive() {
    sent = new ProtectionState(Optional.of(true), Optional.of(true));
    running = ESET;

    assertThat(state().health(Antivirus.PASSIVE)).isEqualTo(Health.UNHEALTHY);
    assertThat(state().health(Antivirus.ACTIVE)).isEqualTo(Health.HEALTHY);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # mode,   states, running, installed, stated,  protector, danger
          Normal,   true,   -,       -,         -,       DEFENDER,  -
          Normal,   true,   ESET,    -,         -,       BOTH,      TWO_FIGHT
          Normal,   false,  -,       ESET,      -,       DEFENDER,  -
          Passive,  true,   ESET,    -,         -,       OTHER,     -
          Passive,  true,   -,       -,         -,       NOTHING,   PASSIVE_WITHOUT_OTHER
          Passive,  true,   -,       ESET,      -,       NOTHING,   PASSIVE_WITHOUT_OTHER
          Passive,  false,  -,       ESET,      -,       UNKNOWN,   PASSIVE_WITHOUT_OTHER
          Passive,  false,  -,       -,         Contoso, OTHER,     -
          Not running, true, -,      -,         -,       NOTHING,   NOTHING_PROTECTS
          Not running, false, -,     -,         -,       UNKNOWN,   -
          Not running, true, ESET,   -,         -,       OTHER,     -
          """)
  void dangersAreKnownByBothProducts(
      String mode,
      boolean told,
      @Nullable String other,
      @Nullable String idle,
      @Nullable String said,
      Protector protector,
      @Nullable Danger danger) {
    custom(mode, null);
    statesTold = told;
    running = other;
    installed = idle;
    stated = said;

    assertThat(state().protector()).isEqualTo(protector);
    assertThat(state().danger()).isEqualTo(Optional.ofNullable(danger));
  }

  @Test
  void aPassiveServerWithoutAnotherAntivirusIsUnhealthy() {
    custom("Passive", null);
    statesTold = true;

    assertThat(state().health(Antivirus.PASSIVE)).isEqualTo(Health.UNHEALTHY);
  }

  @Test
  void theServersOwnAnswerCountsBeforeInventory() {
    custom("Passive", false);
    running = ESET;
    statesTold = true;
    live = answer("Normal", true, LiveAnswer.NONE);

    assertThat(state().mode())
        .contains(new Told<>(RunningMode.NORMAL, Source.LIVE, Optional.of(NOW)));
    assertThat(state().realTime()).contains(new Told<>(true, Source.LIVE, Optional.of(NOW)));
    assertThat(state().others()).isEqualTo(Other.NO);
    assertThat(state().protector()).isEqualTo(Protector.DEFENDER);
  }

  @Test
  void whatTheServerDidNotAnswerIsTakenFromInventory() {
    custom("Passive", false);
    running = ESET;
    live = answer(null, null, null);

    assertThat(state().mode())
        .contains(new Told<>(RunningMode.PASSIVE, Source.CUSTOM_CLASS, Optional.of(SCANNED)));
    assertThat(state().other()).contains(new Told<>(ESET, Source.INVENTORY, Optional.of(SCANNED)));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # states, running, installed, stated,  may, reason
          true,     ESET,    -,         -,       true,  -
          false,    -,       -,         Contoso, true,  -
          true,     -,       -,         Contoso, true,  -
          true,     -,       -,         -,       false, no other antivirus product of the list is running
          false,    -,       -,         -,       false, no other antivirus product was detected as running
          true,     -,       ESET,      -,       false, 'ESET is installed, but isn''t running'
          false,    -,       ESET,      -,       false, 'ESET is installed, but may not be running'
          true,     -,       ESET,      ESET,    false, 'ESET is installed, but isn''t running'
          true,     -,       Deep Instinct, -,   false, 'Deep Instinct is installed, but may not be running'
          true,     -,       Deep Instinct, Deep Instinct, true, -
          """)
  void aServerMayBePassiveOnlyBesideAProductThatRunsOrIsStated(
      boolean told,
      @Nullable String other,
      @Nullable String idle,
      @Nullable String said,
      boolean may,
      @Nullable String reason) {
    statesTold = told;
    running = other;
    installed = idle;
    stated = said;

    assertThat(state().mayBePassive()).isEqualTo(may);
    if (reason != null) {
      assertThat(state().notPassive()).isEqualTo(reason);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # by service, live answer, states, others
          false,        none,        false,  YES
          false,        none,        true,   YES
          false,        -,           true,   YES
          true,         none,        false,  NO
          true,         none,        true,   NO
          true,         -,           true,   NO
          true,         -,           false,  YES
          true,         ESET,        false,  YES
          """)
  void aStatementWithAServiceCountsOnlyWhereNobodyCouldSeeTheService(
      boolean byService, @Nullable String answered, boolean told, Other expected) {
    stated = "Contoso Antivirus";
    statedByService = byService;
    statesTold = told;
    live = answer(null, null, answered);

    assertThat(state().others()).isEqualTo(expected);
  }

  @Test
  void aStatementIsToldAsTheManifests() {
    stated = "Contoso Antivirus";

    assertThat(state().other())
        .contains(new Told<>("Contoso Antivirus", Source.MANIFEST, Optional.empty()));
  }

  @Test
  void inventoryFromBeforeOnboardingTellsAGateNothing() {
    custom("Normal", true);
    running = ESET;
    statesTold = true;
    sensorSeen = false;

    AntivirusState since = AntivirusRules.of(evidence().sinceOnboarding(false));

    assertThat(since.health(Antivirus.PASSIVE)).isEqualTo(Health.UNKNOWN);
    assertThat(since.others()).isEqualTo(Other.UNKNOWN);
    assertThat(state().health(Antivirus.PASSIVE)).isEqualTo(Health.UNHEALTHY);
  }

  @Test
  void aServiceWithoutARowIsMissingWhereTheSameInventoryShowsTheSensorOnboarded() {
    defender = Running.MISSING;
    assertThat(AntivirusRules.of(evidence().sinceOnboarding(false)).health(Antivirus.ACTIVE))
        .isEqualTo(Health.UNHEALTHY);

    defender = Running.STOPPED;
    assertThat(AntivirusRules.of(evidence().sinceOnboarding(false)).health(Antivirus.ACTIVE))
        .isEqualTo(Health.UNHEALTHY);
  }

  @Test
  void theServersOwnAnswerTellsAGateThoughInventoryIsOlder() {
    custom("Normal", true);
    sensorSeen = false;
    live = answer("Passive", false, ESET);

    assertThat(AntivirusRules.of(evidence().sinceOnboarding(false)).health(Antivirus.PASSIVE))
        .isEqualTo(Health.HEALTHY);
  }

  @Test
  void aProductThatRunsIsNotIdleThoughItsProgramIsInstalled() {
    running = ESET;
    installed = ESET;

    assertThat(state().idle()).isEmpty();
  }
}
