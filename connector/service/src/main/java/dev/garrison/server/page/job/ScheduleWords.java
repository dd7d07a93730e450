package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.listed;
import static dev.garrison.server.page.frame.PageText.t;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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
   * @return empty for an expression that has no words
   */
  static Optional<String> of(String schedule, ZoneId zone) {
    Matcher interval = INTERVAL.matcher(schedule);
    if (interval.matches()) {
      int count = Integer.parseInt(interval.group(1));
      return Optional.of(
          interval.group(2).equals("h")
              ? t("page.schedule.interval-hours", "count", count)
              : t("page.schedule.interval-days", "count", count));
    }
    String[] fields = schedule.strip().split("\\s+");
    return fields.length == 5 ? cron(fields, zone.getId()) : Optional.empty();
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

  /** Days, months, and times; days of the month and of the week together have no words. */
  private static Optional<String> days(String[] fields, String times, String zone) {
    String day = fields[2];
    String weekday = fields[4];
    if (!day.equals(ANY) && !weekday.equals(ANY)) {
      return Optional.empty();
    }
    boolean always = fields[3].equals(ANY);
    Optional<String> months = always ? Optional.of("") : months(fields[3]);
    return months.flatMap(in -> {
      if (!day.equals(ANY)) {
        String key = always ? "page.schedule.month-day" : "page.schedule.month-day-in";
        return monthDays(day).map(days -> said(key, days, count(day), in, times, zone));
      }
      if (!weekday.equals(ANY)) {
        String key = always ? "page.schedule.weekdays" : "page.schedule.weekdays-in";
        return weekdays(weekday).map(days -> said(key, days, 0, in, times, zone));
      }
      String key =
          isNight(fields[1])
              ? (always ? "page.schedule.night" : "page.schedule.night-in")
              : (always ? "page.schedule.day" : "page.schedule.day-in");
      return Optional.of(said(key, "", 0, in, times, zone));
    });
  }

  private static String said(
      String key, String days, int count, String months, String times, String zone) {
    return t(key, "days", days, "count", count, "months", months, "times", times, "zone", zone);
  }

  private static boolean isNight(String hour) {
    return Stream.of(hour.split(",", -1))
        .mapToInt(Integer::parseInt)
        .allMatch(each -> each >= FIRST_OF_EVENING || each < FIRST_OF_MORNING);
  }

  private static Optional<String> weekdays(String field) {
    return parts(
            field,
            text -> day(text).map(ScheduleWords::each),
            text -> day(text).map(ScheduleWords::name),
            "page.schedule.weekday-range")
        .map(days -> and("page.schedule.days-and", days));
  }

  private static Optional<String> monthDays(String field) {
    return parts(field, ScheduleWords::monthDay, ScheduleWords::monthDay, "page.schedule.range")
        .map(days -> and("page.schedule.and", days));
  }

  private static Optional<String> monthDay(String text) {
    return number(text).map(day -> t("page.schedule.day-number", "day", String.valueOf(day)));
  }

  private static Optional<String> months(String field) {
    Function<String, Optional<String>> month = text -> month(text).map(ScheduleWords::name);
    return parts(field, month, month, "page.schedule.range")
        .map(months -> and("page.schedule.and", months));
  }

  /**
   * Names the values of a field, which can be a list of values and ranges.
   *
   * @param one names a value
   * @param end names the first or the last value of a range
   * @return empty where a part has no name
   */
  private static Optional<List<String>> parts(
      String field,
      Function<String, Optional<String>> one,
      Function<String, Optional<String>> end,
      String range) {
    List<String> parts = new ArrayList<>();
    for (String part : field.split(",", -1)) {
      String[] ends = part.split("-", -1);
      Optional<String> named =
          ends.length == 2
              ? end.apply(ends[0])
                  .flatMap(first ->
                      end.apply(ends[1]).map(last -> t(range, "first", first, "last", last)))
              : one.apply(part);
      if (named.isEmpty()) {
        return Optional.empty();
      }
      parts.add(named.get());
    }
    return Optional.of(parts);
  }

  /** One or more days, for the noun. */
  private static int count(String field) {
    return NUMBER.matcher(field).matches() ? 1 : 2;
  }

  private static Optional<Integer> number(String text) {
    return Optional.of(text).filter(each -> NUMBER.matcher(each).matches()).map(Integer::parseInt);
  }

  private static Optional<Month> month(String text) {
    return number(text)
        .filter(each -> each >= 1 && each <= 12)
        .map(Month::of)
        .or(() ->
            Arrays.stream(Month.values()).filter(month -> isShort(month.name(), text)).findFirst());
  }

  private static Optional<DayOfWeek> day(String text) {
    if (text.matches("[0-7]")) {
      return Optional.of(DayOfWeek.SUNDAY.plus(Integer.parseInt(text)));
    }
    return Arrays.stream(DayOfWeek.values()).filter(day -> isShort(day.name(), text)).findFirst();
  }

  private static boolean isShort(String name, String text) {
    return name.substring(0, 3).equals(text.toUpperCase(Locale.ROOT));
  }

  private static String name(Month month) {
    return switch (month) {
      case JANUARY -> t("page.month.january");
      case FEBRUARY -> t("page.month.february");
      case MARCH -> t("page.month.march");
      case APRIL -> t("page.month.april");
      case MAY -> t("page.month.may");
      case JUNE -> t("page.month.june");
      case JULY -> t("page.month.july");
      case AUGUST -> t("page.month.august");
      case SEPTEMBER -> t("page.month.september");
      case OCTOBER -> t("page.month.october");
      case NOVEMBER -> t("page.month.november");
      case DECEMBER -> t("page.month.december");
    };
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
