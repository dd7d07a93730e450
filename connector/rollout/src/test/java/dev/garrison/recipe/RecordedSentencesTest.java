package dev.garrison.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.RecordedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences of plans about gates, rings and tests, as a Japanese administrator reads them. */
final class RecordedSentencesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          it is the first ring | 最初のリングです
          10 of 20 servers (50 %) report, 90 % needed | 状態を報告したのは 20 台中 10 台 (50%) です (必要な割合: 90%)
          pilot is open: no server is targeted yet | リング「pilot」は進行中です: 対象のサーバーはまだありません
          ring broad: today is a blackout day | リング「broad」: 今日はブラックアウト日です
          ring broad: what no pattern wrote | ring broad: what no pattern wrote
          ring pilot is passive now | リング「pilot」はパッシブ モードになりました
          sample sharing: servers may send suspicious files to Microsoft | サンプルの共有: サーバーは疑わしいファイルを Microsoft に送信できます
          writing to this server is off | このサーバーへの書き込みは無効です
          nothing was heard yet | まだ応答がありません
          """)
  void aRecordedSentenceIsShownInJapanese(String recorded, String japanese) {
    assertThat(Language.JAPANESE.during(() -> RecordedText.shown(recorded))).isEqualTo(japanese);
  }
}
