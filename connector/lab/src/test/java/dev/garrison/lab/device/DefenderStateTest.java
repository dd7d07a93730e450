package dev.garrison.lab.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modes of Microsoft Defender Antivirus, as Microsoft's pages give them. */
final class DefenderStateTest {
  private static final AntivirusTraits UNPROTECTED =
      new AntivirusTraits(false, false, false, false, false, false, false);

  private static Antiviruses with(OperatingSystem system, AntivirusTraits traits) {
    return new Antiviruses(new ListedFleet(List.of(device(system, traits, Optional.empty()))));
  }

  private static Device device(
      OperatingSystem system, AntivirusTraits traits, Optional<String> tenant) {
    return new Device(
        0,
        "SRV01",
        system,
        Optional.of("5.00.9141.1011"),
        List.of(),
        tenant,
        new Contact(true, false, true),
        InstallTraits.COMMON,
        traits,
        Device.Condition.healthy(system),
        List.of());
  }

  private static Antiviruses common(OperatingSystem system) {
    return with(system, AntivirusTraits.COMMON);
  }

  @ParameterizedTest
  @CsvSource({"SERVER_2012_R2, ABSENT", "SERVER_2016, ACTIVE", "SERVER_2019, ACTIVE"})
  void whatIsBuiltInIsActiveAnd2012R2HasNothing(OperatingSystem system, DefenderMode mode) {
    assertThat(common(system).mode(0)).isEqualTo(mode);
  }

  @ParameterizedTest
  @CsvSource({"SERVER_2012_R2, PASSIVE", "SERVER_2016, PASSIVE", "SERVER_2019, PASSIVE"})
  void theValueBeforeOnboardingMakesItPassiveOnceTheSensorIsOnboarded(
      OperatingSystem system, DefenderMode mode) {
    Antiviruses antiviruses = common(system);
    DefenderMode before = antiviruses.mode(0);
    antiviruses.ask(0, 1);
    assertThat(antiviruses.mode(0)).as("the value alone").isEqualTo(before);
    antiviruses.onboarded(0);
    assertThat(antiviruses.mode(0)).isEqualTo(mode);
    assertThat(antiviruses.runningMode(0)).contains("Passive Mode");
    assertThat(antiviruses.protectedBy(0)).isEmpty();
  }

  @Test
  void underTamperProtectionActiveIsForGood() {
    Antiviruses antiviruses = common(OperatingSystem.SERVER_2022);
    antiviruses.onboarded(0);
    antiviruses.ask(0, 1);
    assertThat(antiviruses.mode(0)).isEqualTo(DefenderMode.ACTIVE);
    Antiviruses without = with(OperatingSystem.SERVER_2022, UNPROTECTED);
    without.onboarded(0);
    without.ask(0, 1);
    assertThat(without.mode(0)).as("without tamper protection").isEqualTo(DefenderMode.PASSIVE);
  }

  @Test
  void aPassiveOneThatBecameActiveOnceStaysActive() {
    Antiviruses antiviruses = common(OperatingSystem.SERVER_2019);
    antiviruses.ask(0, 1);
    antiviruses.onboarded(0);
    antiviruses.ask(0, 0);
    antiviruses.ask(0, 1);
    assertThat(antiviruses.mode(0)).isEqualTo(DefenderMode.ACTIVE);
  }

  @Test
  void offboardingEndsPassiveModeThoughTheValueStays() {
    Antiviruses antiviruses = common(OperatingSystem.SERVER_2019);
    antiviruses.ask(0, 1);
    antiviruses.onboarded(0);
    antiviruses.offboarded(0);
    assertThat(antiviruses.asked(0)).contains(1);
    assertThat(antiviruses.mode(0)).isEqualTo(DefenderMode.ACTIVE);
    assertThat(antiviruses.runningMode(0)).isEmpty();
  }

  @Test
  void aFeatureThatIsDisabledGoesWithTheRestart() {
    Antiviruses antiviruses = common(OperatingSystem.SERVER_2016);
    antiviruses.disableFeature(0);
    assertThat(antiviruses.mode(0)).isEqualTo(DefenderMode.ACTIVE);
    antiviruses.restarted(0);
    assertThat(antiviruses.mode(0)).isEqualTo(DefenderMode.ABSENT);
    antiviruses.agentInstalled(0, false);
    assertThat(antiviruses.mode(0))
        .as("the agent of 2016 brings no antivirus")
        .isEqualTo(DefenderMode.ABSENT);
  }

  @Test
  void withTheAgent2012R2LosesItsDefenderAnd2016KeepsTheOneOfWindows() {
    Antiviruses old = common(OperatingSystem.SERVER_2012_R2);
    old.agentInstalled(0, false);
    assertThat(old.mode(0)).isEqualTo(DefenderMode.ACTIVE);
    old.agentRemoved(0);
    assertThat(old.mode(0)).isEqualTo(DefenderMode.ABSENT);
    Antiviruses newer = common(OperatingSystem.SERVER_2016);
    newer.agentInstalled(0, false);
    newer.agentRemoved(0);
    assertThat(newer.mode(0)).isEqualTo(DefenderMode.ACTIVE);
  }

  @Test
  void anInstallationInPassiveModeHoldsUntilOnboardingAndNoLonger() {
    Antiviruses antiviruses = common(OperatingSystem.SERVER_2012_R2);
    antiviruses.agentInstalled(0, true);
    assertThat(antiviruses.mode(0)).isEqualTo(DefenderMode.PASSIVE);
    antiviruses.onboarded(0);
    assertThat(antiviruses.mode(0)).as("without the value").isEqualTo(DefenderMode.ACTIVE);
  }

  @Test
  void only2012R2HasNoAutomaticExclusions() {
    Antiviruses old = common(OperatingSystem.SERVER_2012_R2);
    old.onboarded(0);
    Antiviruses newer = common(OperatingSystem.SERVER_2016);
    newer.onboarded(0);
    assertThat(old.mode(0)).isEqualTo(DefenderMode.ACTIVE);
    assertThat(old.excludesRoles(0)).isFalse();
    assertThat(newer.excludesRoles(0)).isTrue();
  }

  @Test
  void disableAntiSpywareTurnsOffBeforeOnboardingAndMakesPassiveAfterIt() {
    Antiviruses before = common(OperatingSystem.SERVER_2019);
    before.disable(0);
    assertThat(before.mode(0)).isEqualTo(DefenderMode.OFF);
    before.onboarded(0);
    assertThat(before.mode(0)).isEqualTo(DefenderMode.OFF);
    Antiviruses after = with(OperatingSystem.SERVER_2019, UNPROTECTED);
    after.onboarded(0);
    after.disable(0);
    assertThat(after.mode(0)).isEqualTo(DefenderMode.PASSIVE);
    Antiviruses tampered = common(OperatingSystem.SERVER_2019);
    tampered.onboarded(0);
    tampered.disable(0);
    assertThat(tampered.mode(0)).as("under tamper protection").isEqualTo(DefenderMode.ACTIVE);
  }

  @Test
  void blockModeSaysTheSameOfAnActiveAndOfAPassiveOne() {
    AntivirusTraits block = new AntivirusTraits(true, false, false, true, false, false, false);
    Antiviruses active = with(OperatingSystem.SERVER_2022, block);
    active.onboarded(0);
    assertThat(active.told(0)).contains("EDR Block Mode");
    assertThat(active.protectedBy(0)).containsExactly("Microsoft Defender Antivirus");
    Antiviruses passive = with(OperatingSystem.SERVER_2022, block);
    passive.ask(0, 1);
    passive.onboarded(0);
    assertThat(passive.told(0)).contains("EDR Block Mode");
    assertThat(passive.protectedBy(0)).isEmpty();
  }

  @Test
  void onlyAnAntivirusThatRunsProtects() {
    Antiviruses antiviruses = common(OperatingSystem.SERVER_2022);
    antiviruses.ask(0, 1);
    antiviruses.onboarded(0);
    antiviruses.install(0, OtherAntivirus.HX);
    assertThat(antiviruses.protectedBy(0)).as("a sensor").isEmpty();
    antiviruses.install(0, OtherAntivirus.FALCON);
    assertThat(antiviruses.protectedBy(0)).containsExactly("CrowdStrike Falcon");
    antiviruses.run(0, false);
    assertThat(antiviruses.protectedBy(0)).as("stopped").isEmpty();
  }

  @Test
  void theOldSensorHasNeitherTheAgentNorPassiveMode() {
    AntivirusTraits old = new AntivirusTraits(true, false, false, false, false, true, true);
    Device device = device(OperatingSystem.SERVER_2016, old, Optional.of("tenant"));
    Antiviruses antiviruses = new Antiviruses(new ListedFleet(List.of(device)));
    Sensors sensors = Sensors.of(List.of(device), Instant.EPOCH);
    Registry registry = new Registry(device, sensors, Optional.empty());
    String sense = "SYSTEM\\CurrentControlSet\\Services\\Sense";
    assertThat(antiviruses.mode(0)).isEqualTo(DefenderMode.ACTIVE);
    assertThat(
            registry.value(
                "SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status",
                "OnboardingState"))
        .contains("1");
    assertThat(registry.value(sense, "Start")).isEmpty();
    sensors.install(0);
    sensors.onboard(0, "tenant");
    assertThat(registry.value(sense, "Start")).contains("2");
    sensors.offboard(0);
    assertThat(registry.value(sense, "Start")).as("manual").contains("3");
  }
}
