package dev.garrison.cli.plan;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.Console;
import dev.garrison.connection.resilience.ServerCounts;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.plan.Plan;
import dev.garrison.language.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JapaneseApplyTest {
  private final Plan plan =
      plan(
              new ThingServer(),
              intent(wanted("a", ours("1")), wanted("b", ours("1")), wanted("c", ours("1"))))
          .plan();
  private final StringWriter text = new StringWriter();
  private final Console console = new Console(new PrintWriter(text), new PrintWriter(text), true);
  private Duration elapsed = Duration.ZERO;

  private String printed() {
    String printed = text.toString();
    text.getBuffer().setLength(0);
    return printed
        .replace(System.lineSeparator(), "\n")
        .replaceAll("\u001b\\[[?0-9]*[a-zA-Z]|\r", "");
  }

  private ApplyScreen begun() {
    return new ApplyScreen(console, plan, List.of(), () -> elapsed);
  }

  @Test
  void theTableOfAnApplyIsInJapanese() {
    Language.JAPANESE.during(() -> {
      ApplyScreen screen = begun();
      Progress progress = screen.started(plan.changes().getFirst());
      assertThat(printed()).startsWith("3 件の変更を適用しています: 作成 3 件、変更 0 件、削除 0 件。待機中 0 件、手動 0 件。\n");
      elapsed = Duration.ofSeconds(2);
      printed();
      progress.bytes(200_000_000, 300_000_000);
      assertThat(printed())
          .isEqualTo(
              """
              [------------------------------]  3 件中 0 件完了、進行中 1 件、待機中 0 件、未処理 2 件、失敗 0 件  0m 02s
                + 書き込み中 thing          a  [########----]  66%  200 MB / 300 MB  100 MB/s  残り 0m 01s
              """);
      screen.finished(plan.changes().getFirst(), new StepResult.Done());
      screen.finished(plan.changes().get(1), new StepResult.Waiting("the site is sending"));
      printed();
      screen.finished(plan.changes().get(2), new StepResult.Waiting("the site is sending"));
      assertThat(printed())
          .isEqualTo(
              """
                . 待機中     thing          c: the site is sending
              [##########--------------------]  3 件中 1 件完了、進行中 0 件、待機中 2 件、未処理 0 件、失敗 0 件  0m 02s
                . 待機中     2 件のオブジェクト: the site is sending
              """);
      return screen;
    });
  }

  @Test
  void whatIsReadIsInJapanese() {
    Language.JAPANESE.during(() -> {
      ReadingNotice notice =
          new ReadingNotice(
              console,
              () ->
                  List.of(
                      new ServerCounts("cm01.contoso.example", 41, 0, 0, 0, 0),
                      new ServerCounts("wsus01.contoso.example", 1, 0, 0, 0, 0)),
              () -> Duration.ofSeconds(63));
      assertThat(printed())
          .isEqualTo(
              "読み取り中: cm01.contoso.example への要求 41 件、wsus01.contoso.example への要求 1 件  1m 03s");
      return notice;
    });
  }
}
