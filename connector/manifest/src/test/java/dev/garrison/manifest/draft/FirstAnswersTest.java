package dev.garrison.manifest.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FirstAnswersTest {
  private static final String ONCE_OR_EACH =
      "Specify each of these options once for all rings, or once for each ring. No changes were made. [RING_OPTIONS_UNEQUAL GAR-0136]";

  private static Map<String, List<String>> options(int names, int collections, int deadlines) {
    return Map.of(
        "--ring-name", Collections.nCopies(names, "pilot"),
        "--ring-collection", Collections.nCopies(collections, "Pilot servers"),
        "--deadline", Collections.nCopies(deadlines, "+48h"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 1, 0",
    "0, 0, 1, 1, 1",
    "1, 1, 1, 1, 1",
    "1, 0, 0, 1, 0",
    "0, 2, 0, 2, 0",
    "3, 0, 1, 3, 3",
    "3, 3, 0, 3, 0",
    "3, 3, 1, 3, 3",
    "3, 3, 3, 3, 3"
  })
  void optionsArePairedWithRings(
      int names, int collections, int deadlines, int rings, int ringsWithDeadline) {
    FirstAnswers answers = FirstAnswers.paired(options(names, collections, deadlines));
    assertThat(answers.rings()).isEqualTo(rings);
    assertThat(answers.ofRings(FirstAnswer.DEADLINE)).hasSize(ringsWithDeadline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 2 | --ring-name is specified once, and --ring-collection 2 times.",
        "3 | 1 | --ring-name is specified 3 times, and --ring-collection once.",
        "3 | 2 | --ring-name is specified 3 times, and --ring-collection 2 times."
      })
  void namesAndCollectionsAreEquallyMany(int names, int collections, String problem) {
    assertThatThrownBy(() -> FirstAnswers.paired(options(names, collections, 0)))
        .hasMessage(
            problem
                + " Specify both options once for each ring. No changes were made. [RING_OPTIONS_UNEQUAL GAR-0136]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 2 | There is one ring, but not one value for: --deadline.",
        "3 | 2 | There are 3 rings, but neither one nor 3 values for: --deadline.",
        "2 | 3 | There are 2 rings, but neither one nor 2 values for: --deadline."
      })
  void otherOptionsAreGivenOnceOrForEachRing(int rings, int deadlines, String problem) {
    assertThatThrownBy(() -> FirstAnswers.paired(options(rings, rings, deadlines)))
        .hasMessage(problem + " " + ONCE_OR_EACH);
  }
}
