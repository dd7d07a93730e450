package dev.garrison.mecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.mecm.script.Approval;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class JapaneseTextsTest {
  private static List<Arguments> messages() {
    return List.of(
        Arguments.of(
            Message.of(
                "admin-service.unavailable",
                "server",
                "cm01",
                "method",
                "GET",
                "path",
                "wmi/SMS_Site",
                "detail",
                Text.of(
                    "admin-service.asked-to-wait",
                    "reason",
                    Text.of("answer.not-ready"),
                    "wait",
                    Duration.ofSeconds(7))),
            "cm01 の管理サービスに接続できません: GET wmi/SMS_Site (サーバーの準備ができていません。サーバーは 7 秒待つように求めています)。",
            "「site.providers」のアドレスとネットワークを確認し、サーバーで SMS_REST_PROVIDER コンポーネントが実行されていることを確認してください。"),
        Arguments.of(
            Message.of(
                "site-member.needed",
                "action",
                "delete",
                "object",
                "folder/x",
                "members",
                List.of("SMS_A.B", "SMS_C")),
            "「folder/x」を削除できません。このサイトには SMS_A.B、SMS_C がありません。",
            "これらを備えたバージョンにサイトを更新するか、これらを必要とする機能を使用しないでください。"),
        Arguments.of(
            Message.of("device-collection.missing", "name", "Pilot servers"),
            "デバイス コレクション「Pilot servers」がサイトに見つかりません。",
            "マニフェストの名前を修正するか、[資産とコンプライアンス] > [デバイス コレクション] で作成してください。"),
        Arguments.of(
            Message.of(
                "application.not-writable",
                "title",
                "Sensor",
                "reason",
                Text.of(
                    "application-text.too-long",
                    "what",
                    Text.of("application-text.install-command-line"),
                    "length",
                    1025,
                    "most",
                    1024)),
            "アプリケーション「Sensor」を書き込めません: インストール コマンド ラインは 1,025 文字ですが、上限は 1,024 文字です。",
            "マニフェストの値を修正してください。変更は行われていません。"),
        Arguments.of(
            Message.of(
                "site-version.not-active",
                "site",
                "PS1",
                "state",
                Text.of("site-state.being-upgraded")),
            "サイト PS1 はアクティブではありません。状態は「アップグレード中」です。",
            "コンソールでサイトがアクティブと表示されるまで待ってください ([管理] > [サイトの構成] > [サイト])。"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void diagnosticsAreWholeJapaneseSentences(Message message, String problem, String fix) {
    assertThat(message.problem().in(Language.JAPANESE)).isEqualTo(problem);
    assertThat(message.fix().in(Language.JAPANESE)).isEqualTo(fix);
  }

  @Test
  void theDevicesOfAnUpdateAreCountedInJapanese() {
    assertThat(new UpdateCounts(2, 1_500, 0, 4).words().in(Language.JAPANESE))
        .isEqualTo("インストール済み 1,500 台、未インストール 2 台、不明 4 台");
    assertThat(UpdateCounts.NONE.words().in(Language.JAPANESE)).isEqualTo("報告したデバイスはありません");
  }

  @Test
  void theApprovalOfAScriptIsShownInJapanese() {
    assertThat(
            LongStream.of(0, 1, 3, 7)
                .mapToObj(state -> new Approval(state).words().in(Language.JAPANESE)))
        .containsExactly("承認待ち", "拒否", "承認済み", "不明 (7)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "this build can't change the rules of an existing collection: add the include rule \"Pilot\", and then, only after this step, remove the query rule \"2016\" | このビルドでは既存のコレクションの規則を変更できません: 包含規則「Pilot」を追加、次にクエリ規則「2016」を削除",
        "3 of 4 distribution points of All failed: dp1, dp2 (content hash is invalid); and also dp3 (status message 7) | All の配布ポイント 4 個中 3 個が失敗しました: dp1, dp2 (コンテンツのハッシュが無効です)、dp3 (ステータス メッセージ 7)",
        "required, deadline 2026-12-01 22:00 local, in maintenance windows | 必須、期限 2026-12-01 22:00 (サーバーのローカル時刻)、メンテナンス期間内",
        "1 file, detection: 5 registry values, depends on 1 other application | ファイル 1 個、検出方法: レジストリ値 5 個、依存先のアプリケーション: 1 個",
        "deleted, because the deployment couldn't be disabled; the status of its servers is kept in status/1.jsonl; its clients were notified to fetch policy | 無効にできなかったため、展開を削除しました。サーバーの状態は status/1.jsonl に保存されています。クライアントにポリシーの取得を通知しました",
        "Administration > Client Settings > Servers > Endpoint Protection > Install Endpoint Protection client = No | [管理] > [クライアント設定] >「Servers」> [Endpoint Protection] > [Endpoint Protection クライアントをインストールする] = いいえ"
      })
  void aRecordedSentenceIsShownInJapanese(String recorded, String japanese) {
    assertThat(Language.JAPANESE.during(() -> RecordedText.shown(recorded))).isEqualTo(japanese);
  }
}
