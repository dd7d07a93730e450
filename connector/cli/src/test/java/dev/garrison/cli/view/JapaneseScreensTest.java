package dev.garrison.cli.view;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.connection.resilience.ServerCounts;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Blockage;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.Language;
import dev.garrison.language.RecordedText;
import dev.garrison.manifest.value.RingGate;
import dev.garrison.payload.Description;
import dev.garrison.payload.Fact;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.SignatureReport;
import dev.garrison.review.PlanMark;
import dev.garrison.ring.RingHealth;
import dev.garrison.ring.RingReport;
import dev.garrison.ring.RingState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JapaneseScreensTest {
  private static final int TABLE_ROWS = 3;

  private final ThingServer server = new ThingServer();

  private Plan planned() {
    server.things.put("b", ours("1"));
    server.things.put("old", ours("1"));
    return plan(
            server,
            intent(
                wanted("a", ours("1")),
                wanted("b", ours("2")),
                wanted("サーバー設定", ours("1")).heldBecause("ring pilot is halted")))
        .plan();
  }

  private static RingReport ring(String name, RingState state, int servers, RingHealth health) {
    return new RingReport(
        name,
        state,
        "because",
        Optional.empty(),
        servers,
        25,
        health,
        RingGate.DEFAULT,
        Optional.empty());
  }

  private static List<String> rings() {
    return Language.JAPANESE.during(() ->
        RingsView.render(
                List.of(
                    ring("pilot", RingState.OPEN, 12, new RingHealth(9, 1, 2, 0, 0)),
                    ring("関東サーバー", RingState.BLOCKED, 287, RingHealth.NONE),
                    ring("plant", RingState.WAITING, 0, RingHealth.NONE)))
            .lines()
            .toList());
  }

  @Test
  void aPlanIsInJapanese() {
    assertThat(Language.JAPANESE.during(() -> PlanView.render(planned(), List.of())))
        .isEqualTo(
            """
            プラン: 作成 1 件、変更 1 件、削除 0 件。待機中 1 件、手動 0 件。
            contoso-prod  site PS1

            パッケージ
                onboarding     sha256 abc

            全リング共通: 作成 1 件、変更 1 件、待機中 1 件
              + 作成       thing a             a thing
              ~ 変更       thing b             a thing
                                 value: "1" -> "2"
              . 待機中     thing サーバー設定  リング「pilot」は停止中です

            リング pilot: 変更なし
                未開始: 次の「garrison apply」で開始します。サーバー 12 台 (上限 25 台)

            マニフェストになく、保持されるオブジェクト (1 件)。削除するには「garrison plan --prune」を実行してください。
                thing/old\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 update server | 更新サーバー 1 台
          2 update servers and the software update point of PS1 | 更新サーバー 2 台とサイト PS1 のソフトウェアの更新ポイント
          the software update point of PS1 | サイト PS1 のソフトウェアの更新ポイント
          """)
  void theSubjectOfAPlanForUpdatesIsInJapanese(String recorded, String japanese) {
    assertThat(Language.JAPANESE.during(() -> RecordedText.shown(recorded))).isEqualTo(japanese);
  }

  @Test
  void anInspectionIsInJapanese() {
    SignatureReport report =
        new SignatureReport(
                SignatureReport.Status.WRONG_PUBLISHER,
                Optional.of("A Publisher"),
                Optional.of("An Authority"),
                Optional.of(Instant.parse("2026-11-24T00:00:00Z")))
            .at(SignatureReport.Place.PRIMARY);
    Inspection inspection =
        new Inspection(
            Path.of("x.zip"),
            Optional.empty(),
            Sha256.of("x"),
            12_288,
            new Description(
                Optional.of(report),
                Map.of(
                    Fact.CONNECTIVITY, "streamlined",
                    Fact.PACKAGE_KIND, "onboarding, Group Policy"),
                List.of()));
    assertThat(
            Language.JAPANESE.during(() ->
                InspectionView.render(List.of(inspection), 2, new TerminalTime(ZoneOffset.UTC))))
        .isEqualTo(
            """
            x.zip
              種類            不明
              接続方式        合理化
              用途と展開方法  オンボード、グループ ポリシー
              サイズ          12,288 バイト
              sha256          2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881
              署名            発行元が違います (プライマリ)、署名者: A Publisher、発行者: An Authority、タイムスタンプ:
                              2026-11-24 00:00 UTC

            2 個中 1 個のファイルを使用できます。\
            """);
  }

  @Test
  void aPlanWithoutChangesIsInJapanese() {
    server.things.put("a", ours("1"));
    Plan plan = plan(server, intent(wanted("a", ours("1")))).plan();
    assertThat(Language.JAPANESE.during(() -> PlanView.verdict(plan)))
        .isEqualTo("変更はありません。1 件のオブジェクトがマニフェストと一致しています。");
  }

  @Test
  void marksOfAPlanAndOfAnApplyAreOfOneWidthEach() {
    Language.JAPANESE.during(() -> {
      assertThat(Stream.of(PlanMark.values()).map(PlanLines::head).map(Cells::of).distinct())
          .containsExactly(15);
      assertThat(Stream.of(ApplyMark.values()).map(ApplyMark::head).map(Cells::of).distinct())
          .containsExactly(15);
      return true;
    });
  }

  @Test
  void theEndOfAnApplyIsInJapanese() {
    ApplyReport report =
        new ApplyReport(
            Map.of(
                new Address("thing", "a"), new StepResult.Done(),
                new Address("thing", "b"),
                    new StepResult.Blocked("failed", new Blockage("full", "Free space."))),
            "0123456789abcdef");
    assertThat(Language.JAPANESE.during(() -> ApplyView.verdict(report, "run-1")))
        .containsExactly(
            "適用未完了: 2 件中 1 件の変更を適用して検証しました。待機中 0 件、ブロック中 1 件、手動 0 件、失敗 0 件。",
            "適用済み 1 件 (今回 1 件、変更なし 0 件)。変更履歴 run-1、チェーン ヘッド 0123456789ab。");
  }

  @Test
  void linesOfAnApplyAreInJapanese() {
    Plan plan = planned();
    assertThat(
            Language.JAPANESE.during(() ->
                Stream.of(
                        new StepResult.Done("remark"),
                        new StepResult.Waiting("the site is sending"),
                        new StepResult.Skipped(new Address("thing", "x")),
                        new StepResult.NotTried(new Address("thing", "x")))
                    .map(result ->
                        ApplyView.line(plan.changes().getFirst(), result, "the site is sending"))
                    .toList()))
        .containsExactly(
            "  + 作成済み   thing          a: 検証済み。remark",
            "  . 待機中     thing          a: the site is sending",
            "  x スキップ   thing          a: thing「x」が必要",
            "  x 未実行     thing          a: thing「x」で実行が停止");
  }

  @Test
  void ringsAreInJapanese() {
    assertThat(rings())
        .containsExactly(
            "  リング        サーバー  対象  オンボード済み  進行中  失敗  要件未達  状態未報告",
            "  pilot               12    12               9       2     1         0           0",
            "                進行中: because",
            "  関東サーバー       287     0               0       0     0         0           0",
            "                ブロック中 (要対処): because",
            "  plant                0     0               0       0     0         0           0",
            "                未開始: because。コレクションにこのリングのサーバーがありません。");
  }

  @Test
  void everyRowOfATableIsAsWideAsItsHead() {
    List<String> table = rings().stream().filter(line -> !line.contains("because")).toList();
    assertThat(table).hasSize(TABLE_ROWS + 1);
    assertThat(table.stream().map(Cells::of).distinct()).hasSize(1);
  }

  @Test
  void unusualTrafficIsInJapanese() {
    assertThat(
            Language.JAPANESE.during(
                () -> TrafficView.line(new ServerCounts("cm02.contoso.example", 40, 3, 1, 2, 1))))
        .isEqualTo(
            "cm02.contoso.example への要求: 40 件、再試行 3 件、別のプロバイダーの代替 1 件、空きを待った要求 2 件、連続する失敗による一時除外 1 回。");
  }
}
