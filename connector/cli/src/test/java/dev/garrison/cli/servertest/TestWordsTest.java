package dev.garrison.cli.servertest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import org.junit.jupiter.api.Test;

/** Texts of the tests, as a Japanese administrator reads them. */
final class TestWordsTest {
  @Test
  void theTextsOfTheDetectionTestAreShownInJapanese() {
    AlertWords words = new AlertWords();
    assertThat(words.title().in(Language.JAPANESE))
        .isEqualTo("Microsoft Defender for Endpoint の検出テスト");
    assertThat(words.notes().getLast().in(Language.JAPANESE))
        .isEqualTo("Garrison はポータルを照会しないため、アラートの到着を確認できません。テストを元に戻すことはできません。");
    assertThat(words.summary(2, 3).in(Language.JAPANESE)).isEqualTo("サーバー 3 台中 2 台で実行しました。");
  }
}
