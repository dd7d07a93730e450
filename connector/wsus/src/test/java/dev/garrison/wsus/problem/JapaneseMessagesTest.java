package dev.garrison.wsus.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagnostics about WSUS servers, as a Japanese administrator reads them. */
final class JapaneseMessagesTest {
  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            Message.of(
                "update-server.unavailable",
                "server",
                "wsus01:8531",
                "place",
                "wsus.servers[0]",
                "operation",
                "GetCurrentUserRole",
                "detail",
                "HTTP 503"),
            "WSUS サーバー wsus01:8531 に接続できません: GetCurrentUserRole (HTTP 503)。",
            "「wsus.servers[0].url」、ネットワーク、およびそのサーバーでアプリケーション プール WsusPool が実行されていることを確認してください。プールは、プライベート メモリの上限に達するとリサイクルされます。"),
        Arguments.of(
            SensorProblems.tooMany("wsus01:8531", 5001, 5000).message(),
            "WSUS サーバー wsus01:8531 にセンサーの更新プログラムが 5,001 個あります。5,000 個を超える数は正しくありません。",
            "「garrison wsus probe --report FILE」を実行し、結果を報告してください。"),
        Arguments.of(
            Message.of(
                "wsus-approvals.listed",
                "server",
                "wsus01:8531",
                "updates",
                Text.of(
                    "wsus-approvals.more",
                    "updates",
                    List.of(
                        Text.of("wsus-approvals.title", "title", "Update 1"),
                        Text.of("wsus-approvals.title", "title", "Update 2")),
                    "count",
                    3)),
            "WSUS サーバー wsus01:8531 は次の更新プログラムを未承認としていますが、承認の一覧に含まれています: 「Update 1」、「Update 2」、ほか 3 件。",
            "そのサーバーの WSUS コンソールでこれらの更新プログラムの承認を確認し、「garrison wsus probe --report FILE」の結果を報告してください。"),
        Arguments.of(
            Message.of("sync.unknown", "server", "wsus01:8531", "reason", Text.of("sync.no-event")),
            "WSUS サーバー wsus01:8531 の同期の結果が不明です。実行中の同期はなく、この同期の終了を示すイベントもありません。",
            "WSUS コンソールの [同期] を確認してください。コマンドを再実行しても安全です。"),
        Arguments.of(
            Message.of(
                "snapshot.unreadable",
                "file",
                "catalog.gz",
                "reason",
                Text.of("snapshot.cut-off", "seen", 1, "count", 2)),
            "catalog.gz はカタログのスナップショットではありません: 更新プログラム 2 個のうち 1 個でファイルが終わっています。",
            "「garrison catalog export」でカタログを再度エクスポートし、ファイルを変更せずに転送してください。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsShownInJapanese(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "wsus01:8531 can't be reached | wsus01:8531 に接続できません",
        "these computer groups are missing: Pilot, Production | 次のコンピューター グループがありません: Pilot, Production",
        "an unknown account set the action \"uninstall\" for the update, and Garrison doesn't override that | 不明なアカウント が更新プログラムに「uninstall」を設定しています。Garrison はこの設定を変更しません",
        "its replica wsus02 reports: the computers that need the update are unknown while wsus02 can't be read | レプリカ wsus02 の報告: wsus02 を読み取れないため、更新プログラムを必要とするコンピューターは不明です",
        "the server has no such update | 該当する更新プログラムがサーバーにありません",
        "security intelligence | セキュリティ インテリジェンス",
        "in neither group of WSUS | WSUS のどちらのグループにも属していません",
        "column 1 of 5, count, is an unreadable int, not a whole number | 5 列中 1 番目の列 count が整数ではなく読み取れない int です",
        "WSUS server wsus01:8531 sent an answer that Garrison doesn't understand: GetConfiguration (<Id> is no GUID). | WSUS サーバー wsus01:8531 の応答を Garrison は解釈できません: GetConfiguration (<Id> が GUID ではありません)。",
        "12 of 40 updates | 更新プログラム 40 件中 12 件"
      })
  void aRecordedSentenceIsShownInJapanese(String recorded, String japanese) {
    assertThat(Language.JAPANESE.during(() -> RecordedText.shown(recorded))).isEqualTo(japanese);
  }
}
