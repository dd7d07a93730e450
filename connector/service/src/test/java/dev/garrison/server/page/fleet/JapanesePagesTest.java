package dev.garrison.server.page.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.fleet.ServerState;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.language.Language;
import dev.garrison.server.page.chart.Slice;
import dev.garrison.server.page.fleet.AttentionList.Need;
import dev.garrison.server.page.fleet.OverviewPage.Group;
import dev.garrison.server.page.fleet.OverviewPage.Model;
import dev.garrison.server.page.fleet.RolloutPage.Condition;
import dev.garrison.server.page.fleet.RolloutPage.Lane;
import dev.garrison.server.reading.FleetReading;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages about servers in Japanese. */
final class JapanesePagesTest extends PageTrial {
  private FleetReading fleet() {
    return new FleetReading(manifest, history, () -> NOW);
  }

  private Model overview() {
    return (Model) model(new OverviewPage(manifest, history, fleet()).page(), Map.of(), Map.of());
  }

  private void check(int failed) {
    check(
        NOW,
        IntStream.rangeClosed(1, failed)
            .mapToObj(n -> seen("pilot", n, "SQL0" + n, ServerState.FAILED, "failed, 1603"))
            .toArray(Seen[]::new));
  }

  @Test
  void theOverviewSaysWhatNeedsAttention() {
    check(7);
    Model page = Language.JAPANESE.during(this::overview);

    assertThat(page.drawn().groups())
        .extracting(Group::name)
        .containsExactly("オンボード済み", "進行中", "要対応", "要件を満たしていない", "状態未報告", "対象外", "到達不可", "除外");
    assertThat(page.needs())
        .extracting(Need::problem, Need::remedy, Need::affected)
        .containsExactly(
            tuple("状態が「失敗」のサーバーが 7 台あります。", "failed, 1603", "SQL01、SQL02、SQL03、SQL04、SQL05、ほか 2 件"),
            tuple("ドリフトはまだ確認されていません。", "ジョブ「drift」の完了した実行がありません。", ""),
            tuple("有効期限はまだ確認されていません。", "ジョブ「expiry」の完了した実行がありません。", ""));
  }

  @Test
  void onePageIsKeptForEachLanguage() {
    check(1);
    OverviewPage page = new OverviewPage(manifest, history, fleet());

    assertThat(problem(page, Language.JAPANESE)).isEqualTo("状態が「失敗」のサーバーが 1 台あります。");
    assertThat(problem(page, Language.ENGLISH)).isEqualTo("1 server has the status \"Failed\".");
    assertThat(problem(page, Language.JAPANESE)).isEqualTo("状態が「失敗」のサーバーが 1 台あります。");
  }

  private static String problem(OverviewPage page, Language language) {
    return language.during(
        () -> ((Model) model(page.page(), Map.of(), Map.of())).needs().getFirst().problem());
  }

  @Test
  void aRingHasItsStateAndItsGate() {
    check(7);
    List<Lane> lanes =
        Language.JAPANESE.during(() ->
            ((RolloutPage.Model) model(new RolloutPage(fleet()).page(), Map.of(), Map.of()))
                .lanes());
    Lane pilot = lanes.getFirst();

    assertThat(pilot.bar().slices()).extracting(Slice::title).containsExactly("要対応 7 台");
    assertThat(Language.JAPANESE.during(pilot::word)).isEqualTo("未確認");
    assertThat(pilot.conditions())
        .extracting(Condition::name, Condition::value, Condition::bound)
        .containsExactly(
            tuple("オンボード済み", "未確認", "95% 以上"),
            tuple("報告済み", "未確認", "90% 以上"),
            tuple("失敗", "未確認", "10% 以下"),
            tuple("安定期間", "未開始", "3 日"));
  }

  @Test
  void aServerHasSourcesAndATimeline() {
    check(1);
    ServerPage.Model page =
        Language.JAPANESE.during(() ->
            (ServerPage.Model)
                model(new ServerPage(manifest, history).page(), Map.of("name", "SQL01"), Map.of()));

    assertThat(page.now().getFirst().sources())
        .extracting(ServerSource::title, ServerSource::missing)
        .containsExactly(
            tuple("展開", "まだ記録されていません。ジョブ「status」の次回の実行で記録されます。"),
            tuple("センサー", "まだ記録されていません。ジョブ「status」の次回の実行で記録されます。"),
            tuple("ウイルス対策", "まだ記録されていません。ジョブ「status」の次回の実行で記録されます。"),
            tuple("クライアント", "まだ記録されていません。ジョブ「status」の次回の実行で記録されます。"));
    assertThat(page.timeline())
        .extracting(ServerTimeline.Event::title)
        .containsExactly("リング pilot: 失敗");
  }
}
