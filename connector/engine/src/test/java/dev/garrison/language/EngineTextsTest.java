package dev.garrison.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of plans, objects and journals in Japanese. */
final class EngineTextsTest {
  private static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            Message.of("object.not-managed", "object", "collection/MDE pilot"),
            "collection/MDE pilot は既に存在し、Garrison の管理対象ではありません。",
            "オブジェクトを確認し、次のコマンドで管理対象にしてください: garrison adopt \"collection/MDE pilot\"。または、名前のテンプレートを変更してください。Garrison は管理対象のオブジェクトだけを変更します。"),
        Arguments.of(
            Message.of(
                "object.ambiguous",
                "object",
                "collection/MDE pilot",
                "count",
                2,
                "ids",
                List.of("PS100012", "PS100034")),
            "collection/MDE pilot に該当するオブジェクトがサイトに 2 個あります: PS100012、PS100034。",
            "1 個だけを残し、ほかは削除するか名前を変更してください。Garrison はどれかを選択しません。"),
        Arguments.of(
            Message.of(
                "stale.plan",
                "reasons",
                Text.of(
                    "stale.both",
                    "first",
                    Text.of("stale.manifest-edited"),
                    "next",
                    Text.of("stale.ring-servers", "ring", "pilot", "before", 20, "now", 23))),
            "プランは現在の状態と一致しません: マニフェストが編集されました。リング「pilot」のサーバーが 20 台から 23 台に増えました。",
            "「garrison plan」で新しいプランを作成し、内容を確認してから適用してください。変更は行われていません。"),
        Arguments.of(
            Message.of(
                "journal.line-damaged",
                "line",
                "1",
                "file",
                "r1.jsonl",
                "reason",
                new IOException("the value is null")),
            "r1.jsonl の 1 行目は変更履歴のエントリではありません: 「the value is null」。",
            "「garrison journal verify」を実行して、チェーンが途切れた場所を確認してください。ファイルが編集されたか、破損しています。"),
        Arguments.of(
            Message.of(
                "state.open",
                "exposure",
                Text.of("exposure.open", "file", "C:\\state", "entries", "Everyone: read"),
                "remedy",
                Text.of("exposure.commands", "commands", "icacls \"C:\\state\"")),
            "状態フォルダーが保護されていません: C:\\state にほかのアカウントがアクセスできます (Everyone: read)。",
            "管理者として次のコマンドを実行してください: icacls \"C:\\state\"。フォルダーの内容は信頼しないでください。ほかのアカウントが変更した可能性があります。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsWrittenInJapanese(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }

  @ParameterizedTest
  @CsvSource({
    "waits for collection/MDE pilot, collection/MDE pilot を待っています",
    "no longer in the manifest, マニフェストの対象ではなくなりました",
    "Action needed: x already exists and isn't managed by Garrison., 要対処: x は既に存在し、Garrison の管理対象ではありません。",
    "'the chain has 2 ends, after which no run follows: 1, 3', 'チェーンの末尾が 2 個あり、次の実行に続く実行がありません: 1, 3'",
    "'the document isn''t well-formed XML at line 1, column 3', ドキュメントの 1 行 3 列目が整形式の XML ではありません",
    "'Everyone (S-1-1-0) is denied: change, and set rights', Everyone (S-1-1-0) を拒否: 変更とアクセス許可の設定",
    "'run 7, line 12: isn''t a journal entry', 実行 7、12 行目: 変更履歴のエントリではありません"
  })
  void aRecordedSentenceIsShownInJapanese(String recorded, String japanese) {
    assertThat(Language.JAPANESE.during(() -> RecordedText.shown(recorded))).isEqualTo(japanese);
  }

  @Test
  void aFailureWithoutAMessageIsNamedByItsClass() {
    assertThat(Text.of(new IOException())).hasToString("IOException");
  }
}
