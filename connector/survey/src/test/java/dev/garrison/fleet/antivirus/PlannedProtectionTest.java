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
          ACTIVE  | false | UNKNOWN  | YES     | -    | OTHER    | ESET is installed, so an active ring does not onboard it
          ACTIVE  | false | UNKNOWN  | UNKNOWN | ESET | UNKNOWN  | ESET is installed, so an active ring does not onboard it
          ACTIVE  | true  | ACTIVE   | NO      | -    | DEFENDER | it is onboarded and active
          ACTIVE  | true  | PASSIVE  | NO      | -    | DEFENDER | the ring is to be active
          ACTIVE  | true  | PASSIVE  | YES     | -    | BOTH     | the ring is to be active, and the other product is still there
          ACTIVE  | true  | OFF      | NO      | -    | NOTHING  | it is onboarded, and no plan turns real-time protection on
          ACTIVE  | true  | UNKNOWN  | NO      | -    | UNKNOWN  | it is onboarded, and its mode is not known
          PASSIVE | false | UNKNOWN  | YES     | -    | OTHER    | Microsoft Defender Antivirus becomes passive beside it
          PASSIVE | false | ACTIVE   | NO      | -    | DEFENDER | not ready, because no other antivirus of the product list runs on it
          PASSIVE | false | UNKNOWN  | UNKNOWN | -    | UNKNOWN  | not ready, because no other antivirus is seen running on it
          PASSIVE | false | ACTIVE   | NO      | ESET | DEFENDER | not ready, because ESET is installed and does not run
          PASSIVE | true  | PASSIVE  | YES     | -    | OTHER    | it is onboarded and passive beside it
          PASSIVE | true  | PASSIVE  | NO      | -    | NOTHING  | it is onboarded, and no other antivirus of the product list runs on it
          PASSIVE | true  | ACTIVE   | YES     | -    | BOTH     | it is onboarded and active; under tamper protection it stays active
          PASSIVE | true  | UNKNOWN  | YES     | -    | OTHER    | it is onboarded, and its mode is not known
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
        PlannedProtection.of(today(defender, others, idle), new Part(wanted, onboarded, false));

    assertThat(planned.protector()).isEqualTo(after);
    assertThat(planned.why()).isEqualTo(why);
  }

  @Test
  void anExceptedServerStaysAsItIs() {
    assertThat(
            PlannedProtection.of(
                today(Defender.OFF, Other.YES, null), new Part(Antivirus.ACTIVE, false, true)))
        .isEqualTo(new PlannedProtection(Protector.OTHER, "ESET", "an exception leaves it out"));
  }
}
