package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.review.RingStateText;
import dev.garrison.ring.RingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide to rings names each state as the screens and as JSON. */
final class RingStatesDocumentedTest {
  private static void assertNamed(RingState state, Language language, String file)
      throws IOException {
    assertThat(
            Files.readString(Path.of(System.getProperty("repository.root"), "docs/how-to", file)))
        .contains("| %s | `%s` |".formatted(RingStateText.of(state).in(language), state.word()));
  }

  @ParameterizedTest
  @EnumSource
  void aStateIsNamedInBothLanguages(RingState state) throws IOException {
    assertNamed(state, Language.ENGLISH, "rings.md");
    assertNamed(state, Language.JAPANESE, "rings.ja.md");
  }
}
