package dev.garrison.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.RecordedText;
import org.junit.jupiter.api.Test;
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
          10 of 20 servers (50%) reported, 90% required | 状態を報告したのは 20 台中 10 台 (50%) です (必要な割合: 90%)
          pilot is open: no server is targeted yet | リング「pilot」は進行中です: 対象のサーバーはまだありません
          waits for ring pilot to meet its gate | リング「pilot」がゲートの条件を満たすまで待機します
          the next "garrison apply" opens it: it is the first ring | 次の「garrison apply」で開始します: 最初のリングです
          opens with the next "garrison apply" | 次の「garrison apply」で開始します
          ring broad: today is a blackout day | リング「broad」: 今日はブラックアウト日です
          CHG1 (by the gate, 2026-11-19T05:30:20Z) | CHG1 (停止者: ゲート、2026-11-19 05:30:20 UTC)
          pilot is halted: 1 of 6 servers (16%) failed, 10% allowed | リング「pilot」は停止中です: 6 台中 1 台 (16%) が失敗しました (許容される割合: 10%)
          ring broad: pilot is halted: CHG1 | リング「broad」: リング「pilot」は停止中です: CHG1
          ring broad: what no pattern wrote | ring broad: what no pattern wrote
          ring pilot is passive now | リング「pilot」はパッシブ モードになりました
          sample sharing: servers may send suspicious files to Microsoft | サンプルの共有: サーバーは疑わしいファイルを Microsoft に送信できます
          writing to this server is off | このサーバーへの書き込みは無効です
          nothing was heard yet | まだ応答がありません
          site PS1, Configuration Manager 2107 with KB11121541 · deployment method: application | サイト PS1、Configuration Manager 2107 (KB11121541 適用済み)、展開方法: application
          site PS1, Configuration Manager 2509 · deployment method: client-setting | サイト PS1、Configuration Manager 2509、展開方法: client-setting
          software update point: monitored only | ソフトウェアの更新ポイント: 監視のみ
          replica server: monitored only | レプリカ サーバー: 監視のみ
          2016: 1.2 is current on the site; of all its devices 1,500 installed, 2 not required | 2016: サイトの最新は 1.2 です。すべてのデバイスの内訳: インストール済み 1,500 台、不要 2 台
          site property "version of PS1" was 5.00.9058 and is now 5.00.9078 | サイトのプロパティ「PS1 のバージョン」が 5.00.9058 から 5.00.9078 に変わりました
          the client reported a failure with exit code 5, and the script printed no output | クライアントは失敗 (終了コード 5) を報告しました。スクリプトの出力: なし
          """)
  void aRecordedSentenceIsShownInJapanese(String recorded, String japanese) {
    assertThat(Language.JAPANESE.during(() -> RecordedText.shown(recorded))).isEqualTo(japanese);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10 of 20 servers (50 %) report, 90 % needed | 状態を報告したのは 20 台中 10 台 (50%) です (必要な割合: 90%)
          pilot is halted: 1 of 6 servers (16 %) failed, 10 % may | リング「pilot」は停止中です: 6 台中 1 台 (16%) が失敗しました (許容される割合: 10%)
          not met 21 days after the ring opened: 9 of 10 servers (90 %) onboarded, 95 % needed | リングの開始から 21 日経過しても条件を満たしていません: 10 台中 9 台 (90%) がオンボード済みです (必要な割合: 95%)
          ring broad: the rings before it have passed | リング「broad」: 前のリングがすべて完了しています
          unified agent: 10.8800.1.1, ring pilot is passed: its gate was skipped: none of its 2 computers takes it | unified agent: 10.8800.1.1、リング「pilot」の状態は完了です: ゲートがスキップされました: コンピューター 2 台のいずれにも適用されません
          unified agent: 10.8800.1.1, ring pilot has passed: its gate was skipped: none of its 2 computers takes it | unified agent: 10.8800.1.1、リング「pilot」の状態は完了です: ゲートがスキップされました: コンピューター 2 台のいずれにも適用されません
          unified agent: 10.8800.1.1, ring broad is waiting: it is the first ring | unified agent: 10.8800.1.1、リング「broad」の状態は未開始です: 最初のリングです
          """)
  void aSentenceThatAnEarlierVersionRecordedIsShownInJapaneseToo(String recorded, String japanese) {
    assertThat(Language.JAPANESE.during(() -> RecordedText.shown(recorded))).isEqualTo(japanese);
  }

  @Test
  void aSentenceThatAnEarlierVersionRecordedStaysAsItIsInEnglish() {
    assertThat(RecordedText.shown("1 of 6 servers (16 %) failed, 10 % may"))
        .isEqualTo("1 of 6 servers (16 %) failed, 10 % may");
  }
}
