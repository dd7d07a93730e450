package dev.garrison.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.view.EvidenceView;
import dev.garrison.cli.view.JournalView;
import dev.garrison.language.Language;
import dev.garrison.state.JournalFolder.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Journal and evidence, as a Japanese administrator and auditor read them. */
final class JapaneseEvidenceTest {
  @Test
  void theEvidenceIsShownInJapanese() {
    assertThat(
            Language.JAPANESE.<String, RuntimeException>during(
                () -> EvidenceView.render(SampleEvidence.november())))
        .isEqualToNormalizingNewlines(
            """
            contoso-prod、サイト PS1: 2026-11-01 から 2026-11-30 まで (Europe/Berlin)

            展開の状況 (2026-12-01 09:00 CET 時点)

              リング  サーバー  対象  オンボード済み  進行中  失敗  要件未達  状態未報告
              pilot         12    12              12       0     0         0           0
                      完了: all are onboarded

            この期間に有効な例外
              SQL07  2026-11-20 まで (終了)、db team、CHG4: vendor forbids
              SQL07  2026-11-20 まで、db team: vendor forbids

            この期間にオフボードに移行したサーバー
              OLD01  2026-11-24 22:07:33 CET、エントリ「retired」、変更番号 CHG9
              OLD02  2026-11-24 22:07:33 CET、エントリ「retired」、変更番号 CHG9

            変更
              2026-11-24 22:07:33 CET  adm01 の anna、アカウント CONTOSO\\svc-garrison、変更番号 CHG9、プラン 0123456789ab
                作成 1 件、結果不明 1 件。未完了: server/d (結果不明)
              2026-11-24 22:07:33 CET  adm01 の anna、アカウント CONTOSO\\svc-garrison、変更番号 指定なし、プラン 0123456789ab、中断
                変更は行われていません。

              異常  line 2 is edited
            変更履歴: 不整合、実行 2 件、エントリ 41 件、チェーン ヘッド 9f2ce1
            チェーンは、意図しない変更を検出します。状態フォルダーに書き込めるアカウントは、変更履歴を作り直すことができます。\
            """);
  }

  @Test
  void theReportIsInJapanese() {
    assertThat(
            Language.JAPANESE.<String, RuntimeException>during(
                () -> EvidenceReport.render(SampleEvidence.november())))
        .contains(
            "<html lang=\"ja\">",
            "<title>Garrison 監査レポート contoso-prod</title>",
            "<h1>contoso-prod の監査レポート (2026-11-01 から 2026-11-30 まで)</h1>",
            "<th>変更履歴</th><td>不整合: 実行 2 件、エントリ 41 件</td>",
            "<h2>展開の状況</h2>\n<p>このレポートの作成時点の状況です。以前の状況は記録されていません。</p>",
            "<th>リング</th><th>状態</th><th>サーバー</th><th>対象</th><th>オンボード済み</th><th>進行中</th><th>失敗</th><th>要件を満たしていない</th><th>状態未報告</th>",
            "<tr><td>pilot</td><td>完了</td>",
            "<tr><td>SQL07</td><td>2026-11-20 (終了)</td>",
            "<h3>2026-11-24T21:07:33Z、実行 20261124T210733Z-1</h3>",
            "<th>ユーザー</th><td>adm01 の anna</td>",
            "<th>終了</th><td>実行は中断されました。</td>",
            "<p>変更は行われていません。</p>");
  }

  @Test
  void theJournalsVerdictIsShownInJapanese() {
    Verdict verdict =
        new Verdict(
            2, 41, "9f2ce1", List.of(), List.of("run-2"), List.of("run 1, line 1: run.shift"));
    assertThat(
            Language.JAPANESE
                .<String, RuntimeException>during(() -> JournalView.verdict("PS1", verdict, false))
                .lines())
        .containsExactly(
            "  注意  実行 run-2 の最後の行が不完全です",
            "  注意  新しいバージョンの Garrison が書き込んだ run 1, line 1: run.shift は、このバージョンでは不明です",
            "  異常  チェーン ヘッドが指定された値と異なります。エントリが欠落しているか、別の変更履歴です",
            "不整合: サイト PS1、実行 2 件、エントリ 41 件、チェーン ヘッド 9f2ce1");
  }
}
