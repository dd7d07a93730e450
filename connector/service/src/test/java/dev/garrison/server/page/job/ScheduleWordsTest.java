package dev.garrison.server.page.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules in words, as the manifest can have them. */
final class ScheduleWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every 1h        | every hour, counted from the end of the last run
          every 6h        | every 6 hours, counted from the end of the last run
          every 1d        | every day, counted from the end of the last run
          every 7d        | every 7 days, counted from the end of the last run
          * * * * *       | every minute
          */15 * * * *    | every 15 minutes
          0 * * * *       | every hour at minute 0
          0 */4 * * *     | every 4 hours (Europe/Berlin)
          0 22 * * *      | every night at 22:00 (Europe/Berlin)
          30 4 * * *      | every night at 04:30 (Europe/Berlin)
          30 6 * * *      | every day at 06:30 (Europe/Berlin)
          0 6,18 * * *    | every day at 06:00 and 18:00 (Europe/Berlin)
          30 6 * * 1      | Mondays at 06:30 (Europe/Berlin)
          30 6 * * mon    | Mondays at 06:30 (Europe/Berlin)
          0 7 * * 0       | Sundays at 07:00 (Europe/Berlin)
          0 7 * * 7       | Sundays at 07:00 (Europe/Berlin)
          0 7 * * 1,3,5   | Mondays, Wednesdays and Fridays at 07:00 (Europe/Berlin)
          0 7 * * MON-FRI | Monday to Friday at 07:00 (Europe/Berlin)
          0 3 1 * *       | on day 1 of every month at 03:00 (Europe/Berlin)
          0 6 1,15 * *    | on days 1 and 15 of every month at 06:00 (Europe/Berlin)
          0 6 1-7 * *     | on days 1 to 7 of every month at 06:00 (Europe/Berlin)
          0 3 1 1 *       | on day 1 of January at 03:00 (Europe/Berlin)
          30 2 29 2 *     | on day 29 of February at 02:30 (Europe/Berlin)
          0 6 1 JAN,jul * | on day 1 of January and July at 06:00 (Europe/Berlin)
          0 6 * 7 *       | every day in July at 06:00 (Europe/Berlin)
          0 1 * 4-6,12 *  | every night in April to June and December at 01:00 (Europe/Berlin)
          0 6 * 1,7 1-5   | Monday to Friday in January and July at 06:00 (Europe/Berlin)
          0 6 * * 1-3,6   | Monday to Wednesday and Saturdays at 06:00 (Europe/Berlin)
          """)
  void aScheduleIsSaidInWords(String schedule, String words) {
    assertThat(ScheduleWords.of(schedule, ZoneId.of("Europe/Berlin"))).contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/7 * * * *",
        "0 */5 * * *",
        "0 3 1 * 1",
        "0-30 3 * * *",
        "5,10 * * * *",
        "0 3 * * 1#2",
        "0 3 */2 * *",
        "0 3 1 */3 *",
        "0 3 1 13 *",
        "0 3 1-7-9 * *",
        "0 3 1 * * *"
      })
  void anExpressionWithoutWordsHasNone(String schedule) {
    assertThat(ScheduleWords.of(schedule, ZoneId.of("Europe/Berlin"))).isEmpty();
  }
}
