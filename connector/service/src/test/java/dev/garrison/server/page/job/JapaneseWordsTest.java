package dev.garrison.server.page.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules and results in Japanese. */
final class JapaneseWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every 6h        | 前回の実行の終了から 6 時間ごと
          every 1d        | 前回の実行の終了から 1 日ごと
          * * * * *       | 毎分
          */15 * * * *    | 15 分ごと
          0 * * * *       | 毎時 0 分
          0 */4 * * *     | 4 時間ごと (Asia/Tokyo)
          30 4 * * *      | 毎晩 04:30 (Asia/Tokyo)
          0 6,18 * * *    | 毎日 06:00、18:00 (Asia/Tokyo)
          0 7 * * 1,3,5   | 毎週月曜日、水曜日と金曜日 07:00 (Asia/Tokyo)
          0 7 * * MON-FRI | 毎週月曜日から金曜日 07:00 (Asia/Tokyo)
          0 3 1 * *       | 毎月 1 日 03:00 (Asia/Tokyo)
          0 6 1,15 * *    | 毎月 1 日、15 日 06:00 (Asia/Tokyo)
          0 6 1-7 * *     | 毎月 1 日から 7 日 06:00 (Asia/Tokyo)
          30 2 29 2 *     | 毎年 2 月の 29 日 02:30 (Asia/Tokyo)
          0 6 1 1,7 *     | 毎年 1 月、7 月の 1 日 06:00 (Asia/Tokyo)
          0 6 * 7 *       | 7 月の毎日 06:00 (Asia/Tokyo)
          0 1 * 4-6 *     | 4 月から 6 月の毎晩 01:00 (Asia/Tokyo)
          0 6 * 1,7 1-5   | 1 月、7 月の毎週月曜日から金曜日 06:00 (Asia/Tokyo)
          """)
  void aScheduleIsSaidInWords(String schedule, String words) {
    assertThat(Language.JAPANESE.during(() -> ScheduleWords.of(schedule, ZoneId.of("Asia/Tokyo"))))
        .contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "rollout, done, 成功",
    "drift, findings, ドリフトあり",
    "expiry, findings, 問題あり",
    "status, busy, スキップ (ロック中)",
    "status, newer, newer"
  })
  void aResultIsNamed(String job, String outcome, String word) {
    assertThat(Language.JAPANESE.during(() -> ResultWords.of(job, outcome))).isEqualTo(word);
  }
}
