package dev.garrison.payload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class JapaneseTextsTest {
  private static List<Arguments> messages() {
    return List.of(
        Arguments.of(
            Message.of(
                "package.unreadable", "file", "md4ws.msi", "reason", Text.of("local-file.missing")),
            "パッケージ「md4ws.msi」を読み取れません: ファイルが存在しません。",
            "Microsoft Defender ポータル ([設定] > [エンドポイント] > [オンボード]) でパッケージをダウンロードし、"
                + "マニフェストの「packages」に記載したパスに保存してください。"),
        Arguments.of(
            Message.of(
                "package.of-another-tenant",
                "purpose",
                "offboarding",
                "file",
                "x.zip",
                "found",
                "1",
                "expected",
                "2"),
            "オフボード パッケージ「x.zip」は別のテナントのものです。パッケージの orgId は 1、マニフェストの値は 2 です。",
            "正しいテナントのポータルでパッケージをダウンロードするか、「tenant.orgId」を修正してください。変更は行われていません。"),
        Arguments.of(
            Message.of("installer.old", "file", "md4ws.msi", "signed", "2026-10-01", "days", 60L),
            "「md4ws.msi」が署名されたのは 2026-10-01 (60 日前) です。Microsoft は毎月新しいバージョンを公開しています。",
            "Microsoft Defender ポータルで md4ws.msi をもう一度ダウンロードしてください: [設定] > [エンドポイント] >"
                + " [オンボード]、Windows Server 2012 R2 および 2016。ダウンロードしない場合、新しいサーバーには古いエージェントがインストールされます。"),
        Arguments.of(
            Message.of("intake.inspection-slow", "file", "x", "limit", Duration.ofMinutes(10)),
            "「x」は検査されていません。検査が 10 分を超えました。",
            "ディスクまたは共有が低速でないことを確認してもう一度試すか、ファイルのフォルダーを削除してください。"),
        Arguments.of(
            Message.of("version.foreign", "place", "v1", "files", List.of("a", "b")),
            "「v1」には、Garrison が公開していないファイルがあります: a、b。",
            "ファイルを移動するか、「content.publishTo」に別のフォルダーを指定してください。変更は行われていません。"),
        Arguments.of(
            Message.of("signed-script.without-signature", "file", "x.ps1", "status", "TAMPERED"),
            "「x.ps1」は署名後に変更されました。",
            "「garrison scripts sign」でフォルダーを作成し直してください。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void diagnosticsAreWholeJapaneseSentences(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "3 files, 238 MB to \\\\fs01\\content | ファイル 3 個、238 MB を \\\\fs01\\content へ",
        "stays while these use the content: MDE 2019, MDE 2022 | 次の使用中は残ります: MDE 2019, MDE 2022",
        "md4ws.msi 4.18, signed by Microsoft Corporation under \"Contoso Root\", which \"packages.trust\" names, timestamped 2026-11-02 | md4ws.msi 4.18、署名者: 「packages.trust」で指定された「Contoso Root」の下の Microsoft Corporation、タイムスタンプ: 2026-11-02",
        "offboards until 2026-12-01T00:00:00Z, blob signed by Microsoft, proven for tenant 5d1f..c2 | 2026-12-01 00:00 UTC までオフボード可能、BLOB の署名者: Microsoft、テナント 5d1f..c2 用として検証済み",
        "streamlined, blob signed by Microsoft, proven for tenant 5d1f..c2 | 合理化、BLOB の署名者: Microsoft、テナント 5d1f..c2 用として検証済み",
        "onboarding, Group Policy | オンボード、グループ ポリシー",
        "offboarding, Configuration Manager or MDM | オフボード、Configuration Manager または MDM"
      })
  void aRecordedSentenceIsShownInJapanese(String recorded, String japanese) {
    assertThat(Language.JAPANESE.during(() -> RecordedText.shown(recorded))).isEqualTo(japanese);
  }
}
