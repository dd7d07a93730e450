package dev.garrison.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.net.ConnectException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages about connections in Japanese. */
final class ConnectionTextsTest {
  private static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            Message.of(
                "connection.clocks-apart",
                "server",
                "cm01:443",
                "theirs",
                "2026-11-29T21:00:00Z",
                "ours",
                "2026-11-24T21:00:00Z"),
            "このコンピューターの時計が 2026-11-24T21:00:00Z のとき、cm01:443 の時計は 2026-11-29T21:00:00Z でした。5 分を超える差があります。",
            "正しくない方の時計を修正してください。ドメインでは、どちらのコンピューターもドメイン コントローラーから時刻を取得します。開始時刻と期限が不正確になるため、Garrison はそのサーバーに書き込みません。"),
        Arguments.of(
            Message.of(
                "tls.expired",
                "server",
                "cm01:443",
                "certificate",
                Text.of(
                    "tls.certificate",
                    "subject",
                    "CN=cm01",
                    "issuer",
                    Text.of("tls.no-name"),
                    "from",
                    "2026-01-01 00:00 UTC",
                    "to",
                    "2026-06-01 00:00 UTC",
                    "digest",
                    "ab12")),
            "cm01:443 の証明書は有効期限が切れています: CN=cm01、発行者 (名前なし)、有効期間 2026-01-01 00:00 UTC から 2026-06-01 00:00 UTC まで、SHA-256 ab12。",
            "そのサーバーで証明書を更新し、時計を比較してください。Garrison は期限切れの証明書を受け入れません。"),
        Arguments.of(
            Message.of(
                "tls.trust-file-unusable", "file", "ca.pem", "reason", Text.of("tls.file-empty")),
            "証明書ファイル ca.pem を使用できません: ファイルに証明書が含まれていません。",
            "「trust」には、PEM 形式 (BEGIN CERTIFICATE) の証明書を 1 つ以上含むファイルを指定してください。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsWrittenInJapanese(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the connection was refused | 接続が拒否されました
          not finished within 2 minutes | 2 分以内に完了しませんでした
          the connection was cut in the middle of the answer | 応答の途中: 接続が切断されました
          since 2026-11-24T21:00:10Z, after 3 failures in a row, the last one: the connection was refused; Garrison asks again after 2026-11-24T21:00:40Z | 2026-11-24 21:00:10 UTC から、連続 3 回の失敗により停止中 (最後の失敗: 接続が拒否されました)。2026-11-24 21:00:40 UTC 以降に要求を再開します
          SMB 3.1.1, encrypted | SMB 3.1.1、暗号化あり
          """)
  void aRecordedSentenceIsShownInJapanese(String recorded, String japanese) {
    assertThat(Language.JAPANESE.during(() -> RecordedText.shown(recorded))).isEqualTo(japanese);
  }

  @Test
  void theReasonOfAFailureIsInTheLanguageOfItsReader() {
    Text text =
        Text.of(
            "tls.not-agreed.problem",
            "server",
            "cm01:443",
            "reason",
            TransportException.of(new ConnectException(), false));
    assertThat(text.in(Language.JAPANESE)).contains("接続が拒否されました");
    assertThat(text.in(Language.ENGLISH)).contains("the connection was refused");
  }
}
