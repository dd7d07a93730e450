package dev.garrison.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Refusals of a session and of tests on servers, as a Japanese administrator reads them. */
final class JapaneseMessagesTest {
  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            Message.of(
                "site-fit.kept-apart",
                "ring",
                "pilot",
                "count",
                6,
                "collection",
                "SQL",
                "servers",
                List.of("A", "B"),
                "more",
                4),
            "リング「pilot」に、別々のリングに配置する必要がある「SQL」のサーバーが 6 台あります: A、B、ほか 4 台。",
            "1 台を残して、ほかのサーバーを別のリングに移動してください。"),
        Arguments.of(
            Message.of(
                "script.denied", "script", "S", "state", "1", "known", "yes", "approver", "anna"),
            "スクリプト「S」はサイトで承認されていません: 承認が拒否されました (承認者: anna)。",
            "決定したユーザーに確認してください: [ソフトウェア ライブラリ] > [スクリプト] > [承認/拒否]。スクリプトは実行されていません。"),
        Arguments.of(
            Message.of(
                "server-test.too-many",
                "count",
                12,
                "limit",
                10,
                "burden",
                Text.of("server-test.burden-connectivity")),
            "12 台のサーバーが指定されましたが、同時にテストできるのは 10 台までです。",
            "各サーバーがすべてのホストに接続します。指定するサーバーを減らすか、--max-devices で上限を増やしてください。"),
        Arguments.of(
            Message.of("plan-time.expired", "time", "2026-12-04T21:00:00Z"),
            "プランは 2026-12-04T21:00:00Z に期限切れになりました。",
            "「garrison plan」で新しいプランを作成してください。変更は行われていません。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsShownInJapanese(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }
}
