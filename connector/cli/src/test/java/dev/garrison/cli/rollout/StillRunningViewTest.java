package dev.garrison.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.fleet.standing.HaltedServers;
import dev.garrison.language.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StillRunningViewTest {
  private static final HaltedServers PILOT =
      new HaltedServers(
          "pilot",
          12,
          1,
          2,
          3,
          List.of(
              new HaltedServers.Named(
                  16777220,
                  "SRV01",
                  "onboarding",
                  "installing the application",
                  Optional.of(Instant.parse("2026-11-24T21:04:00Z")))));

  private static String screen(Language language) {
    return language.during(
        () -> StillRunningView.render(List.of(PILOT), new TerminalTime(ZoneId.of("Asia/Tokyo"))));
  }

  @Test
  void serversAreCountedAndNamedWithTheMachinesTime() {
    assertThat(screen(Language.ENGLISH).lines())
        .containsExactly(
            "  6 of the 12 servers that deployments of ring pilot target may still run them, until each fetches policy: 1 in",
            "  progress, 2 failed and waiting to try again, 3 without a reported status.",
            "    SRV01  onboarding: installing the application, since 2026-11-25 06:04 JST");
  }

  @Test
  void theyAreInJapaneseToo() {
    assertThat(screen(Language.JAPANESE).lines())
        .containsExactly(
            "  リング pilot の展開の対象であるサーバー 12 台中 6 台は、ポリシーを取得するまで展開を実行する可能性があります: 進行中",
            "  1 台、失敗して再試行を待機中 2 台、状態未報告 3 台。",
            "    SRV01  オンボード: アプリケーションをインストールしています、2026-11-25 06:04 JST から");
  }

  @Test
  void ringsWithoutATargetedServerAreInOneSentence() {
    List<HaltedServers> rings = List.of(untargeted("pilot"), PILOT, untargeted("broad"));
    String screen =
        Language.ENGLISH.during(
            () -> StillRunningView.render(rings, new TerminalTime(ZoneId.of("UTC"))));
    assertThat(screen.lines().skip(3))
        .containsExactly(
            "  The site shows no server that a deployment of rings pilot, broad targets. If the deployment was deleted, its servers",
            "  may still run it; the folder \"status\" in the state directory has the last known status.");
  }

  private static HaltedServers untargeted(String ring) {
    return new HaltedServers(ring, 0, 0, 0, 0, List.of());
  }
}
