package dev.garrison.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.probe.outcome.CheckRun;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagnostics about what a site has, as a Japanese administrator reads them. */
final class JapaneseMessagesTest {
  private static final Diagnostic MISTAKE =
      Diagnostic.error(ProbeCode.RIGHT_MISSING, Message.of("probe.identification-missing"));

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

  static Stream<Arguments> observations() {
    return Stream.of(
        Arguments.of(
            Text.of(
                "probe.account",
                "account",
                "LAB\\garrison",
                "method",
                Text.of("probe.bound", "method", "Kerberos")),
            "LAB\\garrison (Kerberos、チャネル バインドあり)"),
        Arguments.of(
            Text.of("probe.clock-behind", "difference", Duration.ofMinutes(2)),
            "このコンピューターより 2 分 遅れています"),
        Arguments.of(
            new CheckRun("site")
                .check("sign-in", () -> new Outcome.Failed(List.of(MISTAKE)))
                .check("point groups", List.of("sign-in"), () -> new Outcome.Passed(Outcome.NONE))
                .lines()
                .getLast()
                .outcome()
                .text(),
            "「サインイン」が失敗したため"),
        Arguments.of(
            Outcome.lines(
                List.of(
                    Text.of("probe-wsus.updates", "count", 9, "usable", 7),
                    Text.of(
                        "probe-wsus.newest", "line", "Windows Server 2019", "version", "10.8"))),
            "更新プログラム 9 件、うち有効 7 件\nWindows Server 2019: 最新 10.8"),
        Arguments.of(
            Text.of("release.not-yet", "release", Text.of("release.none"), "current", "10.9"),
            "展開なし、10.9 は未展開"));
  }

  @ParameterizedTest
  @MethodSource("observations")
  void anObservationIsShownInJapanese(Text text, String japanese) {
    assertThat(text.in(Language.JAPANESE)).isEqualTo(japanese);
  }
}
