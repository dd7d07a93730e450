package dev.garrison.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagnostics about rings and offboarding, as a Japanese administrator reads them. */
final class JapaneseMessagesTest {
  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            Message.of("ring-deadline.blackout", "ring", "pilot", "day", "2026-11-27"),
            "リング「pilot」を今開始すると、期限がブラックアウト日の 2026-11-27 になります。",
            "別の日にリングを開始するか、「deadline」を変更してください。"),
        Arguments.of(
            Message.of(
                "offboard-entry.too-large",
                "entry",
                "old",
                "count",
                1200,
                "limit",
                5,
                "collection",
                "Old servers"),
            "「offboard」のエントリ「old」のサーバーは 1,200 台ですが、マニフェストで許可されているのは 5 台までです。",
            "「Old servers」のメンバーを確認してください。すべてのサーバーをオフボードする場合は、「maxDevices」を増やしてください。"),
        Arguments.of(
            Message.of("takeover.several-manifests", "manifests", List.of("east", "west")),
            "サイトに複数のマニフェストのオブジェクトがあります: east、west。",
            "再作成するマニフェストを --name で指定してください。変更は行われていません。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsShownInJapanese(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }
}
