package dev.garrison.cli.verify;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.Colors;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.engine.ThingServer;
import dev.garrison.language.Language;
import dev.garrison.session.Session.Verified;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VerifyScreenTest {
  @Test
  void theVerdictIsInJapanese() {
    ThingServer server = new ThingServer();
    server.things.put("b", ours("1"));
    Verified verified =
        new Verified(
            plan(server, intent(wanted("a", ours("1")), wanted("b", ours("2")))),
            List.of(),
            Set.of(address("b")));
    assertThat(Language.JAPANESE.during(() -> VerifyVerdict.of(verified)))
        .isEqualTo(
            "ドリフト (構成の差異) を検出しました: 1 件のオブジェクトがマニフェスト「contoso-prod」と一致しなくなっています。1 件の変更が一度も適用されていません。");
    Verified matching = new Verified(plan(new ThingServer(), intent()), List.of(), Set.of());
    assertThat(Language.JAPANESE.during(() -> VerifyVerdict.of(matching)))
        .isEqualTo("ドリフトはありません。0 件のオブジェクトすべてがマニフェスト「contoso-prod」と一致しています。");
  }

  @Test
  void serversThatDifferAreInJapanese() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    Console console =
        new Console(out, out, false, Colors.none(), new TerminalTime(ZoneId.of("Asia/Tokyo")));
    Language.JAPANESE.during(() -> {
      new DevicesScreen(VerifyAnswerTest.devices(), console).print();
      console.out().flush();
      return out;
    });
    assertThat(text.toString().lines())
        .containsSubsequence(
            "  サーバー         リング      項目",
            "  SRV01            pilot       antivirus   目標  アクティブ",
            "                                           実際  オンボード済みですが、ウイルス対策モードを設定できませんでした: 展開に",
            "サーバーごとの次の手順: garrison status --server NAME",
            "サーバー: マニフェストと相違 2 台、除外 1 台。");
  }
}
