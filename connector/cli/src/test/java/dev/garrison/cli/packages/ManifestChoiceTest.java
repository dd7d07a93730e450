package dev.garrison.cli.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sentence that names the manifest, as a Japanese administrator reads it. */
final class ManifestChoiceTest {
  @TempDir private Path folder;

  @Test
  void theSentenceIsShownInJapanese() {
    ManifestChoice.Chosen chosen = new ManifestChoice(folder).of(null, List.of());
    assertThat(chosen.sentence().in(Language.JAPANESE))
        .isEqualTo("マニフェスト: なし。Garrison が認識する署名者のみが有効です。");
  }
}
