package dev.garrison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagnostics of commands, as a Japanese administrator reads them. */
final class JapaneseMessagesTest {
  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            Message.of("lease.held", "reason", "anna"),
            "サイトは別の Garrison プロセスによってロックされています: anna。",
            "そのプロセスが終了するまで待ってください。終了すると、ロックは自動的に解放されます。"),
        Arguments.of(
            Message.of(
                "confirm.not-offboarded",
                "collection",
                "Old servers",
                "servers",
                List.of("FS01", "FS02"),
                "entry",
                "leavers"),
            "このプランは「Old servers」のサーバーをオフボードします: FS01、FS02。--yes ではオフボードを確認できません。",
            "プランを確認してから、--confirm-offboarding \"leavers\" を付けてコマンドを再実行してください。変更は行われていません。"),
        Arguments.of(
            new Message(
                Text.of("lab.not-running", "folder", "learn"),
                Text.of("lab.start-or-leave", "folder", "learn", "variable", "GARRISON_LAB")),
            "フォルダー「learn」の模擬サイトは実行されていません。",
            "別のターミナルで「garrison lab --dir learn」を実行してください。模擬サイトの使用を終了するには、GARRISON_LAB の設定を解除してください: 「unset GARRISON_LAB」、PowerShell では「Remove-Item Env:GARRISON_LAB」を実行します。"),
        Arguments.of(
            Message.of("listen.form", "value", "8740"),
            "「8740」は HOST:PORT の形式ではありません。",
            "127.0.0.1:8740 などのループバック アドレスで待ち受けるか、マニフェストで「server.certificate」と「server.key」を設定してください。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsShownInJapanese(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }
}
