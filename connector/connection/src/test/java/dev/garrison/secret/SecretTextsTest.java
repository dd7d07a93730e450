package dev.garrison.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages about secrets in Japanese. */
final class SecretTextsTest {
  private static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            Message.of("secret.variable-missing", "variable", "CM_PASSWORD"),
            "シークレットが参照する環境変数 CM_PASSWORD が設定されていません。",
            "サービスの環境ファイルで CM_PASSWORD を設定するか、別の参照元を指定してください。"),
        Arguments.of(
            Message.of(
                "secret.file-unreadable",
                "file",
                "/etc/garrison/password",
                "reason",
                Text.of("secret.missing")),
            "シークレット ファイル /etc/garrison/password を読み取れません: ファイルが存在しません。",
            "パスを確認し、Garrison を実行するアカウントがファイルの所有者であることを確認してください。"),
        Arguments.of(
            Message.of(
                "secret.file-open",
                "exposure",
                Text.of("exposure.mode", "file", "/p", "mode", "rw-r--r--"),
                "remedy",
                Text.of("exposure.mode-fix", "file", "/p")),
            "シークレット ファイルが保護されていません: /p に所有者以外がアクセスできます (rw-r--r--)。",
            "「chmod 600 /p」を実行してください。ほかのユーザーがファイルを読み取った可能性がある場合は、その後パスワードを変更してください。"),
        Arguments.of(
            Message.of(
                "secret.command-late", "command", "/opt/vault", "deadline", Duration.ofSeconds(30)),
            "シークレット コマンド /opt/vault が 30 秒以内に完了しなかったため、停止しました。",
            "Garrison を実行するアカウントでコマンドを手動で実行してください。コマンドが入力を求めないこと、および出力を開いたままにするプロセスを残さないことを確認してください。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsWrittenInJapanese(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }
}
