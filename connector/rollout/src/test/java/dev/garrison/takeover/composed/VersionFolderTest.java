package dev.garrison.takeover.composed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fuzz.CountedText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionFolderTest {
  @ParameterizedTest
  @CsvSource({
    "\\\\files\\share\\mde\\0123456789ab, \\\\files\\share",
    "\\\\files\\share\\mde\\0123456789ab\\, \\\\files\\share",
    "\\\\files\\share//mde\\\\0123456789ab\\\\, \\\\files\\share",
    "\\\\files\\share\\mde\\0123456789AB,"
  })
  void theFolderOfAVersionIsCutOffALocation(String location, @Nullable String source) {
    assertThat(VersionFolder.above(location)).isEqualTo(Optional.ofNullable(source));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "\\a", "/a/", "\\a\\0123456789ab", "a"})
  void itIsLookedForInStepsThatGrowWithTheLocation(String piece) {
    CountedText location = new CountedText(piece.repeat(100_000 / piece.length()) + "x");

    assertThat(VersionFolder.above(location)).isEmpty();

    assertThat(location.readsPerCharacter()).isLessThan(30);
  }
}
