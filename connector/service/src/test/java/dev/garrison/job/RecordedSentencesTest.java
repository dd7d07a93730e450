package dev.garrison.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.RecordedText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs recorded, as a Japanese administrator reads it. */
final class RecordedSentencesTest {
  private static String japanese(String recorded) {
    return Language.JAPANESE.during(() -> RecordedText.shown(recorded));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          everything matches the manifest | すべてマニフェストと一致
          1 change made, 1 failed | 変更 1 件を適用済み、失敗 1 件
          2 changes made, 1 change pending (1 approve) | 変更 2 件を適用済み、承認待ちの変更 1 件 (1 approve)
          3 changes pending (1 prepare, 1 approve, 1 decline) | 承認待ちの変更 3 件 (1 prepare, 1 approve, 1 decline)
          1 change always needs approval, 1 manual step | 常に承認が必要な変更 1 件、手動の手順 1 件
          1 waiting because the job may write only from 01:00 to 05:00 | 待機中 1 件 (ジョブが書き込めるのは 01:00 から 05:00 まで)
          1 change made, 17 waiting because today is a blackout day (2026-11-24) | 変更 1 件を適用済み、待機中 17 件 (今日はブラックアウト日 (2026-11-24))
          1 change made, then: 1 failed, 1 blocked | 変更 1 件を適用した後: 失敗 1 件、ブロック中 1 件
          1 change made, the rest is waiting or manual | 変更 1 件を適用済み、残りは待機中または手動
          1 change made; not every update server synchronized | 変更 1 件を適用済み、一部の更新サーバーは未同期
          1 object has drifted, 2 problems found, 1 waiting | ドリフトしたオブジェクト 1 個、検出された問題 2 件、待機中 1 件
          no drift, 21 changes never applied | ドリフトなし、一度も適用されていない変更 21 件
          nothing expires in the next 30 days | 今後 30 日以内に期限切れになる項目なし
          1,234 of 2,000 servers onboarded; 1 needs attention; 3 changed state | サーバー 2,000 台中 1,234 台がオンボード済み、要対応 1 台、変化 3 台
          deleted 2 runs and 1 server state from before 2026-08-16 | 2026-08-16 より前の実行 2 件とサーバーの状態 1 件を削除済み
          the process ended during the run; the next run reads the site first and continues | 実行中にプロセスが終了、次の実行が最初にサイトを読み取って続行
          There is no job run 7. (and 2 more) | ジョブの実行 7 はありません。 (ほか 2 件)
          There is no job run 7. (garrison.yaml:16) | ジョブの実行 7 はありません。 (garrison.yaml:16)
          job rollout, run 12 | ジョブ rollout、実行 12
          undecided: two different updates have the newest version | 未決定: 最新バージョンの更新プログラムが 2 つあります
          """)
  void aRecordedSentenceIsShownInJapanese(String recorded, String shown) {
    assertThat(japanese(recorded)).isEqualTo(shown);
  }

  @Test
  void anApprovalIsShownWithWhatItsApproverWrote() {
    ApprovalNote note = new ApprovalNote(Optional.of("CHG-7"), Optional.of("agreed, with Anna"));
    assertThat(japanese(note.occasion("boss", 3)))
        .isEqualTo("boss による承認、実行 3、変更番号 CHG-7: agreed, with Anna");
    assertThat(japanese(ApprovalNote.NONE.occasion("boss", 3))).isEqualTo("boss による承認、実行 3");
  }

  @Test
  void aSummaryIsASentenceWithOneFullStop() {
    assertThat(RunSummary.sentence("no drift")).isEqualTo("no drift.");
    assertThat(RunSummary.sentence("The site is gone.")).isEqualTo("The site is gone.");
    assertThat(Language.JAPANESE.during(() -> RunSummary.sentence("no drift")))
        .isEqualTo("ドリフトなし。");
  }

  /** Words of others and names have no pattern. */
  @ParameterizedTest
  @ValueSource(strings = {"The site is gone.", "1 change made, the wind blows", "SQL01, SQL02"})
  void whatNoPatternWroteStaysAsItIs(String recorded) {
    assertThat(japanese(recorded)).isEqualTo(recorded);
  }
}
