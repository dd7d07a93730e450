package dev.garrison.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.ServerState;
import dev.garrison.language.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JapaneseStatusTest {
  private final StatusServers answer =
      new StatusServers(
          new KnownFleet().antivirus(),
          Optional.<ServerState>empty(),
          new TerminalTime(ZoneId.of("Asia/Tokyo")));
  private final Judged<StatusLine> servers =
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
  void theScreenIsInJapaneseWithTheTimeOfTheMachine() {
    assertThat(overview())
        .startsWith(
            """
            contoso-prod  サイト PS1  2026-11-25 06:00 JST
            ハードウェア インベントリの経過時間: 中央値 3 時間、最長 3 時間。2 台は未送信です。
            直接の照会: 90 秒で待機を終了し、サーバー 2 台中 1 台が応答しました。
            応答待ち: サーバー 1 台 (SRV02)。停止しているか、応答が遅れています。代わりに以前の情報を表示します。
            """)
        .contains(
            """

              リング  サーバー  オンボード済み          進行中  要対応  要件未達  状態未報告  対象外  到達不可  除外
              pilot          3  ..........      0 (0%)       0       1         0           0       0         1     1
                      進行中: 2 台中 1 台 (50%) がオンボード済みです (必要な割合: 95%)
                      保護に問題のあるサーバー: 1 台 (garrison antivirus)

            """,
            "\n  除外 (exempt)                             1  ")
        .endsWith(
            """

            サーバー 3 台中 0 台がオンボード済みです (0%)。要対応 1 台、到達不可 1 台、除外 1 台。
            """);
  }

  @Test
  void everyRowOfTheTableIsAsWideAsItsHead() {
    assertThat(
            overview()
                .lines()
                .filter(line -> line.startsWith("  リング") || line.startsWith("  pilot"))
                .map(Cells::of))
        .hasSize(2)
        .containsOnly(104);
  }

  @Test
  void oneServerIsShownInJapanese() {
    Language.JAPANESE.during(() -> {
      answer.printOne(out, servers);
      return out;
    });
    assertThat(text.toString().lines())
        .containsSubsequence(
            "SRV01  リング pilot  ウイルス対策のモード (antivirus-mode)",
            "  OS                Microsoft Windows Server 2019 Standard",
            "  クライアント      5.00.9122.1000、アクティブ。ハードウェア インベントリ: 2026-11-25 03:00 JST",
            "  展開              展開は成功しました (EnforcementState 1000、StatusType 1、エラー 0)、2026-11-25 06:00 JST から",
            "  ウイルス対策      展開に失敗しました (EnforcementState 5000、StatusType 5、エラー 2278556452)、開始時刻不明",
            "  センサー          OnboardingState 1、テナント 5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2、Sense 実行中、最終接続",
            "                    2026-11-25 06:00 JST。CMPivot 2026-11-25 06:00 JST",
            "  直接の照会        Sense 実行中、WinDefend 停止中、ウイルス対策 Passive Mode、ForceDefenderPassiveMode 1、",
            "                    プラットフォーム 4.18.24090.11、センサー 未報告、OnboardingInfo 未報告、オフボードの値 未報告。応答",
            "                    2026-11-25 06:00 JST",
            "  OS                不明",
            "  クライアント      未インストール",
            "  センサー          インベントリになし",
            "  直接の照会        応答なし。ここに示す情報は以前のものです。",
            "  クライアント      5.0、アクティブ。ハードウェア インベントリ: なし",
            "  展開              対象とする展開なし");
  }

  @Test
  void countsAndNamesOfServersAreInJapanese() {
    assertThat(Language.JAPANESE.during(() -> Figures.names(List.of("SQL01", "SQL02"), 5)))
        .isEqualTo("SQL01、SQL02、ほか 3 件");
    assertThat(Language.JAPANESE.during(() -> Figures.servers(3))).isEqualTo("サーバー 3 台");
    assertThat(Language.JAPANESE.during(() -> Figures.shareBar(0, 0, 22)))
        .isEqualTo("サーバーなし          ");
  }
}
