package dev.garrison.mecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JapaneseTextsTest {
  private static List<Arguments> messages() {
    return List.of(
        Arguments.of(
            Message.of(
                "admin-service.unavailable",
                "server",
                "cm01",
                "method",
                "GET",
                "path",
                "wmi/SMS_Site",
                "detail",
                Text.of(
                    "admin-service.asked-to-wait",
                    "reason",
                    Text.of("answer.not-ready"),
                    "wait",
                    Duration.ofSeconds(7))),
            "cm01 の管理サービスに接続できません: GET wmi/SMS_Site (サーバーの準備ができていません。サーバーは 7 秒待つように求めています)。",
            "「site.providers」のアドレスとネットワークを確認し、サーバーで SMS_REST_PROVIDER コンポーネントが実行されていることを確認してください。"),
        Arguments.of(
            Message.of(
                "site-member.needed",
                "action",
                "delete",
                "object",
                "folder/x",
                "members",
                List.of("SMS_A.B", "SMS_C")),
            "「folder/x」を削除できません。このサイトには SMS_A.B、SMS_C がありません。",
            "これらを備えたバージョンにサイトを更新するか、これらを必要とする機能を使用しないでください。"),
        Arguments.of(
            Message.of("device-collection.missing", "name", "Pilot servers"),
            "デバイス コレクション「Pilot servers」がサイトに見つかりません。",
            "マニフェストの名前を修正するか、[資産とコンプライアンス] > [デバイス コレクション] で作成してください。"),
        Arguments.of(
            Message.of(
                "application.not-writable",
                "title",
                "Sensor",
                "reason",
                Text.of(
                    "application-text.too-long",
                    "what",
                    Text.of("application-text.install-command-line"),
                    "length",
                    1025,
                    "most",
                    1024)),
            "アプリケーション「Sensor」を書き込めません: インストール コマンド ラインは 1,025 文字ですが、上限は 1,024 文字です。",
            "マニフェストの値を修正してください。変更は行われていません。"),
        Arguments.of(
            Message.of(
                "site-version.not-active",
                "site",
                "PS1",
                "state",
                Text.of("site-state.being-upgraded")),
            "サイト PS1 はアクティブではありません。状態は「アップグレード中」です。",
            "コンソールでサイトがアクティブと表示されるまで待ってください ([管理] > [サイトの構成] > [サイト])。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void diagnosticsAreWholeJapaneseSentences(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }
}
