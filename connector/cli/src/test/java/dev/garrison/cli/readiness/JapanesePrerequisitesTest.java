package dev.garrison.cli.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.fleet.Judged;
import dev.garrison.cli.fleet.Selection;
import dev.garrison.cli.output.Cells;
import dev.garrison.language.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JapanesePrerequisitesTest {
  private final ReadinessServers answer = ReadinessAnswerTest.answer();
  private final Judged<ReadinessLine> servers =
      new Judged<>(answer.standing(), new Selection(Optional.empty(), Optional.empty()), answer);
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  private String overview() {
    Language.JAPANESE.during(() -> {
      answer.print(out, answer.count(servers));
      return out;
    });
    return text.toString().replace("\r\n", "\n");
  }

  @Test
  void theScreenIsInJapanese() {
    assertThat(overview())
        .startsWith("contoso-prod  サイト PS1  2026-11-24 21:00 UTC  展開方法: application\n")
        .contains(
            """

              リング  サーバー  準備完了                   オンボード済み  要件未達  不明  除外または到達不可
              pilot          3  ..........         0 (0%)               1         0     0                   2

            除外または到達不可
            """,
            "\n未確認 (インベントリにデータなし)\n")
        .endsWith("\nサーバー 3 台中 0 台の準備が完了しています (0%)。オンボード済み 1 台、除外または到達不可 2 台。\n");
  }

  @Test
  void everyRowOfTheTableIsAsWideAsItsHead() {
    assertThat(
            overview()
                .lines()
                .filter(line -> line.startsWith("  リング") || line.startsWith("  pilot"))
                .map(Cells::of))
        .hasSize(2)
        .containsOnly(97);
  }

  @Test
  void oneServerIsShownInJapanese() {
    Language.JAPANESE.during(() -> {
      answer.printOne(out, servers);
      return out;
    });
    assertThat(text.toString().lines())
        .containsSubsequence(
            "SRV01  リング pilot  オンボード済み",
            "  OS                Microsoft Windows Server 2019 Standard",
            "  クライアント      5.00.9122.1000、アクティブ。ハードウェア インベントリ: 2026-11-24 18:00 UTC",
            "  リビジョン        4645",
            "  サービス          Sense",
            "  更新プログラム    KB5006714",
            "  C: の空き         40960 MB",
            "  再起動            保留なし",
            "  メンテナンス期間  最長の一般の期間は 4 時間",
            "SRV02  リング pilot  除外または到達不可",
            "  クライアント      未インストール",
            "  メンテナンス期間  なし");
  }
}
