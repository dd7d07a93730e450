package dev.garrison.fleet.antivirus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.antivirus.AntivirusState.Defender;
import dev.garrison.fleet.antivirus.AntivirusState.Other;
import dev.garrison.fleet.antivirus.Told.Source;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words for the facts behind the protection of a server. */
final class AntivirusWordsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # mode,  defender, others,  installed, why
          -,       OFF,      NO,      -,         Microsoft Defender Antivirus isn't running; no other antivirus product of the list is running
          -,       OFF,      NO,      ESET,      'ESET installed, not detected as running; Microsoft Defender Antivirus isn''t running'
          -,       OFF,      UNKNOWN, -,         Microsoft Defender Antivirus isn't running
          -,       UNKNOWN,  NO,      -,         mode not known
          PASSIVE, PASSIVE,  NO,      -,         mode Passive (live question); no other antivirus product of the list is running
          PASSIVE, PASSIVE,  UNKNOWN, -,         mode Passive (live question); other antivirus products unknown
          """)
  void aServerInDangerIsSaidToBeSoForItsFacts(
      @Nullable RunningMode mode,
      Defender defender,
      Other others,
      @Nullable String installed,
      String why) {
    AntivirusState state =
        new AntivirusState(
            defender,
            Optional.ofNullable(mode)
                .map(known -> new Told<>(known, Source.LIVE, Optional.empty())),
            Optional.empty(),
            others,
            Optional.empty(),
            Optional.ofNullable(installed),
            Optional.empty());

    assertThat(AntivirusWords.why(state)).hasToString(why);
  }
}
