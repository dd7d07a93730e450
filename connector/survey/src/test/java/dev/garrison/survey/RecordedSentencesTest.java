package dev.garrison.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.RecordedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sentences about a site and its servers that are kept in English, as Japanese readers see them.
 */
final class RecordedSentencesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ring pilot: "otherAntivirus" names the server SVR1, which is none of its servers | リング「pilot」:「otherAntivirus」にサーバー SVR1 (該当するサーバーがありません) が指定されています
          ring pilot: "otherAntivirus" names the server SVR1, which is none of its servers; did you mean SRV1? | リング「pilot」:「otherAntivirus」にサーバー SVR1 が指定されています (該当するサーバーがありません。「SRV1」の間違いではありませんか?)
          wsus01:8531 returned rows that Garrison doesn't understand and ignores: update: column 17 | wsus01:8531 が、Garrison が解釈できずに無視する行を返しました: update: column 17
          Garrison can't determine which servers an onboarding policy targets. | オンボード ポリシーの対象のサーバーを判断できません。
          "garrison status" can't show the operating system of servers. | 「garrison status」では、サーバーのオペレーティング システムを表示できません。
          SQL01, SQL02 and 5 more | SQL01, SQL02、ほか 5 件
          nothing deployed | 展開なし
          """)
  void aRecordedSentenceIsShownInJapanese(String recorded, String japanese) {
    assertThat(Language.JAPANESE.during(() -> RecordedText.shown(recorded))).isEqualTo(japanese);
  }
}
