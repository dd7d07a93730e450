package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Problems of a manifest, as a Japanese administrator reads them. */
final class JapaneseMessagesTest {
  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            Message.of(
                "manifest.key-missing",
                "path",
                "site.code",
                "key",
                "code",
                "expected",
                Text.of("manifest-form.site-code")),
            "「site.code」がありません。",
            "「code」を追加してください: サイト コード (PS1 のような 3 文字の英数字)。"),
        Arguments.of(
            new Message(
                Text.of("manifest.key-unknown", "key", "cod", "group", "site"),
                Text.of(
                    "manifest.key-nearest", "nearest", "code", "known", List.of("code", "user"))),
            "「cod」は「site」のキーではありません。",
            "「code」の間違いではありませんか? 使用できるキー: code、user。"),
        Arguments.of(
            new Message(
                Text.of("manifest.invalid", "path", "rings[0].maxDevices", "value", "-1"),
                Text.of(
                    "manifest.write",
                    "expected",
                    Text.of("manifest-form.integer", "least", "1", "most", "100"))),
            "「rings[0].maxDevices」の値「-1」が有効ではありません。",
            "次の値を指定してください: 1 から 100 までの整数。"),
        Arguments.of(
            new Message(
                Text.of(
                    "manifest-value.refused",
                    "path",
                    "packages.installer",
                    "value",
                    "../md4ws.msi",
                    "reason",
                    Text.of("manifest-value.climbs")),
                Text.of("manifest-value.write-path")),
            "「packages.installer」の値「../md4ws.msi」を使用できません: パスが「..」によってフォルダーの外に出ています。",
            "スラッシュ (/) を使用し、「..」を含まないパスを、このファイルからの相対パスまたは絶対パスで指定してください。"),
        Arguments.of(
            Message.of(
                "manifest-check.name-long",
                "path",
                "naming.collection",
                "count",
                300,
                "limit",
                255),
            "「naming.collection」では、名前が 300 文字になります。",
            "テンプレートを短くしてください。Configuration Manager に保存されるのは 255 文字までです。"),
        Arguments.of(
            Message.of(
                "manifest-section.job-reads",
                "job",
                "status",
                "key",
                "window",
                "jobs",
                List.of("rollout", "sensor-update")),
            "ジョブ「status」は変更を行わないため、「window」は効果がありません。",
            "キーを削除してください。変更を行うジョブ: rollout、sensor-update。"),
        Arguments.of(
            Message.of("manifest-yaml.tab"),
            "この行はタブでインデントされています。",
            "タブをスペースに置き換えてください。YAML ではインデントにタブを使用できません。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsShownInJapanese(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }
}
