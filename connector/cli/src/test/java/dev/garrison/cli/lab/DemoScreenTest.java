package dev.garrison.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.Console;
import dev.garrison.language.Language;
import dev.garrison.language.Text;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class DemoScreenTest {
  @Test
  void theDemonstrationIsShownInJapanese() {
    StringWriter out = new StringWriter();
    DemoScreen screen =
        new DemoScreen(new Console(new PrintWriter(out), new PrintWriter(out), false));
    Language.JAPANESE.<Void, RuntimeException>during(() -> {
      screen.started("2107-rollup", Text.of("demo.share-samba"));
      screen.devices(Duration.ofHours(76), new TreeMap<>(Map.of("onboarded", 3, "failed", 1)));
      screen.rings(List.of());
      return null;
    });
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            模擬サイト「2107-rollup」をこのコンピューターで実行します。外部への接続は行いません。
            コンテンツの共有は、署名を必須にしたこのコンピューターの Samba 共有です。

            1. プラン: 必要な変更を表示します。変更はまだ行われていません。

               76 時間後  失敗 1 台、オンボード済み 3 台

            4. リング: もう一度実行し、サーバーの結果を記録しました。リングがゲートの条件を満たすと、次のリングが開始されます。

              リング  サーバー  対象  オンボード済み  進行中  失敗  要件未達  状態未報告
            """);
  }
}
