package dev.garrison.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Language;
import dev.garrison.share.ContentShareException.Kind;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages about the content share in Japanese. */
final class ShareTextsTest {
  private static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            new ContentShareException(Kind.FULL, "write", "smb://fs1/mde/a", "", null).diagnostic(),
            "「smb://fs1/mde/a」に書き込めません: 共有に空き領域がありません。",
            "共有の空き領域を増やしてから、コマンドをもう一度実行してください。送信が完了したファイルは再送信されません。"),
        Arguments.of(
            ContentShareException.held("smb://fs1/mde/.lock", "anna@host1", null).diagnostic(),
            "「smb://fs1/mde/.lock」をロックできません: 別のプロセスが書き込み中です (ロックの所有者: anna@host1)。",
            "別のプロセスが終了するまで待ってから、コマンドをもう一度実行してください。"),
        Arguments.of(
            refusal(() -> UncPath.parse("\\\\fs1\\mde")),
            "「\\\\fs1\\mde」はサイト サーバーが読み取れるアドレスではありません: ホストは完全修飾名 (例: files.corp.example) または DFS ドメインで指定する必要があります。",
            "「content.contentSource」は \\\\host.domain\\share\\folder の形式で指定してください。"),
        Arguments.of(
            refusal(() -> SharePath.of("a:b")),
            "名前「a:b」はコンテンツ共有で使用できません: 名前に : が含まれています。",
            "すべての Windows バージョンで開ける名前を使用してください。"));
  }

  private static Diagnostic refusal(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(RefusalException.class, call).diagnostics().getFirst();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsWrittenInJapanese(Diagnostic diagnostic, String problem, String fix) {
    assertThat(diagnostic.message().problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(diagnostic.message().fix().in(Language.JAPANESE)).isEqualTo(fix);
  }
}
