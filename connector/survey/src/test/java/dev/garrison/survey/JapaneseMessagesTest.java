package dev.garrison.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagnostics about what a site has, as a Japanese administrator reads them. */
final class JapaneseMessagesTest {
  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            new Message(
                Text.of("named-collection.unknown", "name", "Pilt servers"),
                Text.of("named-collection.meant", "meant", "Pilot servers")),
            "サイトに、名前または ID が「Pilt servers」のデバイス コレクションが見つかりません。",
            "「Pilot servers」の間違いではありませんか? 名前を修正するか、コンソールでコレクションを作成してください ([資産とコンプライアンス] > [デバイス コレクション])。"),
        Arguments.of(
            Message.of(
                "named-collection.ring-built-in",
                "ring",
                "pilot",
                "collection",
                Text.of("named-collection.title", "name", "すべてのシステム", "id", "SMS00001")),
            "リング「pilot」に「すべてのシステム」(SMS00001)が指定されています。これは、Configuration Manager がメンバーを管理する組み込みのコレクションです。",
            "このリングのサーバーを含む独自のコレクションを指定してください。"),
        Arguments.of(
            Message.of(
                "probe.port-closed",
                "host",
                "cm01.contoso.example",
                "port",
                "443",
                "reason",
                "Connection refused",
                "place",
                "site.providers",
                "component",
                Text.of("probe.provider-component")),
            "cm01.contoso.example:443 は接続を受け付けません (Connection refused)。",
            "「site.providers」のアドレス、そのサーバーで SMS_REST_PROVIDER コンポーネントが実行されていること、および経路上のファイアウォールを確認してください。"),
        Arguments.of(
            Message.of("probe.certificate-ends", "left", Duration.ofDays(29)),
            "証明書はあと 29 日で期限切れになります。期限が切れると、Garrison は証明書を必ず拒否します。",
            "そのサーバーで証明書を更新してください。証明書を固定している場合は、同時に「trust」に新しい SHA-256 を指定してください。"),
        Arguments.of(
            Message.of(
                "update-point.no-agent",
                "count",
                7,
                "total",
                1200,
                "ring",
                "pilot",
                "servers",
                Text.of("update-point.more", "servers", List.of("sql01", "sql02"), "count", 5)),
            "リング「pilot」のサーバー 1,200 台中 7 台は、マニフェストのどのリリースも必要としていません: sql01、sql02、ほか 5 件。",
            "これらのサーバーにエージェントをインストールするか、「releases」にファミリを追加してください。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsShownInJapanese(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }
}
