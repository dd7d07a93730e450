package dev.garrison.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.RecordedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Causes and next steps of servers are recorded in English and shown in Japanese. */
final class JapaneseFleetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          300 MB are free on drive C:, less than the required 1,024 MB | C: ドライブの空き領域は 300 MB で、必要な 1,024 MB を下回っています
          the longest maintenance window lasts 30 minutes, shorter than the maximum run time of 60 minutes | 最も長いメンテナンス期間は 30 分で、最長実行時間の 60 分より短いです
          "operatingSystems" doesn't contain Windows Server 2016 | 「operatingSystems」に Windows Server 2016 が含まれていません
          no recent heartbeat; waiting for a maintenance window | 最近のハートビートがありません。メンテナンス期間を待機しています
          the antivirus mode is set first: deployment failed, without an error code | 先にウイルス対策モードが設定されます: 展開に失敗しました (エラー コードなし)
          ESET is installed, but isn't running, but the ring uses passive mode | ESET はインストールされていますが、実行されていません (リングはパッシブ モードを使用します)
          Check AppEnforce.log on the server. | サーバーの AppEnforce.log を確認してください。
          2 of 7 servers in danger. The protection of 1 server is unknown. | サーバー 7 台中 2 台に問題があります。1 台の保護の状態は不明です。
          """)
  void aRecordedSentenceIsShownInJapanese(String recorded, String shown) {
    assertThat(Language.JAPANESE.during(() -> RecordedText.shown(recorded))).isEqualTo(shown);
  }
}
