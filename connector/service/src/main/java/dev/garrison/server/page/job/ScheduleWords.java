package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.listed;
import static dev.garrison.server.page.frame.PageText.t;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Describes schedules of jobs in words. */
final class ScheduleWords {
  private static final Pattern INTERVAL = Pattern.compile("every (\\d+)([hd])");
  private static final Pattern STEP = Pattern.compile("\\*/(\\d{1,2})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,2}(,\\d{1,2})*");
  private static final String ANY = "*";
  private static final int FIRST_OF_EVENING = 20;
  private static final int FIRST_OF_MORNING = 5;

  private ScheduleWords() {}

  /**
   * Describes a schedule.
   *
   * @param schedule an interval such as {@code every 2h}, or a cron expression of five fields
   * @param zone in which a cron expression counts
   */
  static String of(String schedule, ZoneId zone) {
    Matcher interval = INTERVAL.matcher(schedule);
    if (interval.matches()) {
      int count = Integer.parseInt(interval.group(1));
      return interval.group(2).equals("h")
          ? t("page.schedule.interval-hours", "count", count)
          : t("page.schedule.interval-days", "count", count);
    }
    String[] fields = schedule.strip().split("\\s+");
    return (fields.length == 5 ? cron(fields, zone.getId()) : Optional.<String>empty())
        .orElseGet(() -> t("page.schedule.cron", "zone", zone.getId()));
  }

  private static Optional<String> cron(String[] fields, String zone) {
    String minute = fields[0];
    String hour = fields[1];
    boolean isDaily = Stream.of(fields).skip(2).allMatch(ANY::equals);
    if (isDaily && hour.equals(ANY)) {
      return hourly(minute);
    }
    Matcher step = STEP.matcher(hour);
    if (isDaily && minute.equals("0") && divides(step, 24)) {
      return Optional.of(
          t("page.schedule.hours", "count", Integer.parseInt(step.group(1)), "zone", zone));
    }
    if (!NUMBER.matcher(minute).matches() || !NUMBERS.matcher(hour).matches()) {
      return Optional.empty();
    }
    return days(fields, times(hour, minute), zone);
  }

  private static Optional<String> hourly(String minute) {
    Matcher step = STEP.matcher(minute);
    if (minute.equals(ANY)) {
      return Optional.of(t("page.schedule.interval-minutes", "count", 1));
    }
    if (divides(step, 60)) {
      return Optional.of(
          t("page.schedule.interval-minutes", "count", Integer.parseInt(step.group(1))));
    }
    return NUMBER.matcher(minute).matches()
        ? Optional.of(t("page.schedule.minute", "minute", String.valueOf(Integer.parseInt(minute))))
        : Optional.empty();
  }

  /** Whether steps of this length are equal: cron begins anew with each hour or day. */
  private static boolean divides(Matcher step, int whole) {
    if (!step.matches()) {
      return false;
    }
    int length = Integer.parseInt(step.group(1));
    return length > 0 && whole % length == 0;
  }

  private static Optional<String> days(String[] fields, String times, String zone) {
    if (!fields[3].equals(ANY)) {
      return Optional.empty();
    }
    if (fields[2].equals(ANY)) {
      return fields[4].equals(ANY)
          ? Optional.of(daily(fields[1], times, zone))
          : weekdays(fields[4], times, zone);
    }
    return fields[4].equals(ANY) && NUMBER.matcher(fields[2]).matches()
        ? Optional.of(t("page.schedule.month-day", "day", fields[2], "times", times, "zone", zone))
        : Optional.empty();
  }

  private static String daily(String hour, String times, String zone) {
    boolean isNight =
        Stream.of(hour.split(",", -1))
            .mapToInt(Integer::parseInt)
            .allMatch(each -> each >= FIRST_OF_EVENING || each < FIRST_OF_MORNING);
    return isNight
        ? t("page.schedule.night", "times", times, "zone", zone)
        : t("page.schedule.day", "times", times, "zone", zone);
  }

  private static Optional<String> weekdays(String field, String times, String zone) {
    String[] range = field.split("-", -1);
    if (range.length == 2) {
      return day(range[0])
          .flatMap(first ->
              day(range[1])
                  .map(last ->
                      t(
                          "page.schedule.weekday-range",
                          "first",
                          name(first),
                          "last",
                          name(last),
                          "times",
                          times,
                          "zone",
                          zone)));
    }
    List<String> days = new ArrayList<>();
    for (String part : field.split(",", -1)) {
      Optional<DayOfWeek> day = day(part);
      if (day.isEmpty()) {
        return Optional.empty();
      }
      days.add(each(day.get()));
    }
    return Optional.of(
        t(
            "page.schedule.weekdays",
            "days",
            and("page.schedule.days-and", days),
            "times",
            times,
            "zone",
            zone));
  }

  private static Optional<DayOfWeek> day(String text) {
    if (text.matches("[0-7]")) {
      return Optional.of(DayOfWeek.SUNDAY.plus(Integer.parseInt(text)));
    }
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().substring(0, 3).equals(text.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private static String name(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> t("page.day.monday");
      case TUESDAY -> t("page.day.tuesday");
      case WEDNESDAY -> t("page.day.wednesday");
      case THURSDAY -> t("page.day.thursday");
      case FRIDAY -> t("page.day.friday");
      case SATURDAY -> t("page.day.saturday");
      case SUNDAY -> t("page.day.sunday");
    };
  }

  /** Name of all days of this name. */
  private static String each(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> t("page.days.monday");
      case TUESDAY -> t("page.days.tuesday");
      case WEDNESDAY -> t("page.days.wednesday");
      case THURSDAY -> t("page.days.thursday");
      case FRIDAY -> t("page.days.friday");
      case SATURDAY -> t("page.days.saturday");
      case SUNDAY -> t("page.days.sunday");
    };
  }

  private static String times(String hours, String minute) {
    return and(
        "page.schedule.and",
        Stream.of(hours.split(",", -1))
            .map(hour -> "%02d:%02d".formatted(Integer.parseInt(hour), Integer.parseInt(minute)))
            .toList());
  }

  private static String and(String key, List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.getFirst()
        : t(key, "rest", listed(parts.subList(0, last)), "last", parts.get(last));
  }
}
