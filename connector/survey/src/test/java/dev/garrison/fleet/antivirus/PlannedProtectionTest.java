package dev.garrison.fleet.antivirus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.antivirus.AntivirusState.Defender;
import dev.garrison.fleet.antivirus.AntivirusState.Other;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.antivirus.PlannedProtection.Part;
import dev.garrison.fleet.antivirus.Told.Source;
import dev.garrison.manifest.Ring.Antivirus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What protects a server once its ring's plan is carried out. */
final class PlannedProtectionTest {
  private static AntivirusState today(Defender defender, Other others, @Nullable String idle) {
    return new AntivirusState(
        defender,
        Optional.empty(),
        Optional.empty(),
        others,
        others == Other.YES
            ? Optional.of(new Told<>("ESET", Source.INVENTORY, Optional.empty()))
            : Optional.empty(),
        Optional.ofNullable(idle),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # ring  | in    | defender | others  | idle | after    | why
          ACTIVE  | false | OFF      | NO      | -    | DEFENDER | onboarding makes Microsoft Defender Antivirus active
          ACTIVE  | false | UNKNOWN  | UNKNOWN | -    | DEFENDER | onboarding makes Microsoft Defender Antivirus active
          ACTIVE  | false | UNKNOWN  | YES     | -    | OTHER    | ESET is installed, so an active ring doesn't onboard the server
          ACTIVE  | false | UNKNOWN  | UNKNOWN | ESET | UNKNOWN  | ESET is installed, so an active ring doesn't onboard the server
          ACTIVE  | true  | ACTIVE   | NO      | -    | DEFENDER | onboarded and active
          ACTIVE  | true  | PASSIVE  | NO      | -    | DEFENDER | the ring uses active mode
          ACTIVE  | true  | PASSIVE  | YES     | -    | BOTH     | the ring uses active mode, and the other product is still installed
          ACTIVE  | true  | OFF      | NO      | -    | NOTHING  | onboarded, but no plan turns on real-time protection
          ACTIVE  | true  | UNKNOWN  | NO      | -    | UNKNOWN  | onboarded, but the antivirus mode is unknown
          PASSIVE | false | UNKNOWN  | YES     | -    | OTHER    | Microsoft Defender Antivirus becomes passive alongside the other product
          PASSIVE | false | ACTIVE   | NO      | -    | DEFENDER | not ready, because no other antivirus product of the list is running
          PASSIVE | false | UNKNOWN  | UNKNOWN | -    | UNKNOWN  | not ready, because no other antivirus product was detected as running
          PASSIVE | false | ACTIVE   | NO      | ESET | DEFENDER | not ready, because ESET is installed, but isn't running
          PASSIVE | true  | PASSIVE  | YES     | -    | OTHER    | onboarded and passive alongside the other product
          PASSIVE | true  | PASSIVE  | NO      | -    | NOTHING  | onboarded, but no other antivirus product of the list is running
          PASSIVE | true  | ACTIVE   | YES     | -    | BOTH     | onboarded and active; with tamper protection, the server stays active
          PASSIVE | true  | UNKNOWN  | YES     | -    | OTHER    | onboarded, but the antivirus mode is unknown
          """)
  void aPlanLeavesAServerProtectedByWhatItsRingAndItsStateAllow(
      Antivirus wanted,
      boolean onboarded,
      Defender defender,
      Other others,
      @Nullable String idle,
      Protector after,
      String why) {
    PlannedProtection planned =
        PlannedProtection.of(
            today(defender, others, idle), new Part(wanted, onboarded, false, Optional.empty()));

    assertThat(planned.protector()).isEqualTo(after);
    assertThat(planned.why()).isEqualTo(why);
  }

  @Test
  void anExceptedServerStaysAsItIs() {
    assertThat(
            PlannedProtection.of(
                today(Defender.OFF, Other.YES, null),
                new Part(Antivirus.ACTIVE, false, true, Optional.empty())))
        .isEqualTo(
            new PlannedProtection(Protector.OTHER, "ESET", "an exception excludes the server"));
  }
}
