package dev.garrison.job;

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

/** Diagnostics of the service and its jobs, as a Japanese administrator reads them. */
final class JapaneseMessagesTest {
  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            Message.of(
                "history.unreadable-row",
                "what",
                Text.of("history.what-run", "run", "1234"),
                "reason",
                "x"),
            "ジョブ履歴から実行 1234 の検出事項を読み取れません: x。",
            "履歴を書き込んだバージョン以降の Garrison を使用してください。ファイルが破損している場合は、バックアップを復元してください。"),
        Arguments.of(
            Message.of(
                "job-run.stalled", "job", "rollout", "time", Duration.ofDays(3), "summary", "x"),
            "ジョブ「rollout」は 3 日の間、待機しています: x。",
            "「garrison plan」を実行して、コンテンツの配布など、待機の対象を確認してください。"),
        Arguments.of(
            Message.of(
                "finding.update-server",
                "server",
                "wsus01",
                "reasons",
                List.of(
                    Text.of("finding.update-server-old"), Text.of("finding.update-server-empty"))),
            "更新サーバー「wsus01」は要対応です: 1 か月以内に成功した同期がない、サーバーにセンサーの更新プログラムがない。",
            "詳細は「garrison wsus status --server wsus01」で確認してください。"),
        Arguments.of(
            Message.of(
                "webhook.several-given-up",
                "count",
                1200,
                "webhook",
                "teams",
                "reason",
                "HTTP 500"),
            "Webhook「teams」へのメッセージ 1,200 件は、1 日間受け付けられなかったため破棄されました。最後のエラー: HTTP 500。",
            "「garrison job history」で該当する実行を確認し、「garrison notify test」で Webhook をテストしてください。"),
        Arguments.of(
            Message.of(
                "windows-service.denied",
                "operation",
                Text.of("windows-service.do-open", "service", "garrison"),
                "error",
                "5"),
            "Windows で次の操作が拒否されました: サービス garrison を開く (エラー 5)。",
            "管理者としてコマンドを実行してください。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsShownInJapanese(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }
}
