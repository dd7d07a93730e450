package dev.garrison.server.page.job;

import java.time.ZoneId;
import java.util.ArrayList;
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
  private static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
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
      return every(interval.group(1), interval.group(2).equals("h") ? "hour" : "day")
          + ", counted from the end of the last run";
    }
    String[] fields = schedule.strip().split("\\s+");
    String clock = " (" + zone.getId() + ")";
    return (fields.length == 5 ? cron(fields, clock) : Optional.<String>empty())
        .orElse("at the times of its cron expression" + clock);
  }

  private static Optional<String> cron(String[] fields, String clock) {
    String minute = fields[0];
    String hour = fields[1];
    boolean isDaily = Stream.of(fields).skip(2).allMatch(ANY::equals);
    if (isDaily && hour.equals(ANY)) {
      return hourly(minute);
    }
    Matcher step = STEP.matcher(hour);
    if (isDaily && minute.equals("0") && divides(step, 24)) {
      return Optional.of(every(step.group(1), "hour") + clock);
    }
    if (!NUMBER.matcher(minute).matches() || !NUMBERS.matcher(hour).matches()) {
      return Optional.empty();
    }
    return days(fields, hour).map(days -> "%s at %s%s".formatted(days, times(hour, minute), clock));
  }

  private static Optional<String> hourly(String minute) {
    Matcher step = STEP.matcher(minute);
    if (minute.equals(ANY)) {
      return Optional.of("every minute");
    }
    if (divides(step, 60)) {
      return Optional.of(every(step.group(1), "minute"));
    }
    return NUMBER.matcher(minute).matches()
        ? Optional.of("every hour at minute " + Integer.parseInt(minute))
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

  private static Optional<String> days(String[] fields, String hour) {
    if (!fields[3].equals(ANY)) {
      return Optional.empty();
    }
    if (fields[2].equals(ANY)) {
      return fields[4].equals(ANY) ? Optional.of(daily(hour)) : weekdays(fields[4]);
    }
    return fields[4].equals(ANY) && NUMBER.matcher(fields[2]).matches()
        ? Optional.of("on day %s of every month".formatted(fields[2]))
        : Optional.empty();
  }

  private static String daily(String hour) {
    boolean isNight =
        Stream.of(hour.split(",", -1))
            .mapToInt(Integer::parseInt)
            .allMatch(each -> each >= FIRST_OF_EVENING || each < FIRST_OF_MORNING);
    return isNight ? "every night" : "every day";
  }

  private static Optional<String> weekdays(String field) {
    String[] range = field.split("-", -1);
    if (range.length == 2) {
      return day(range[0])
          .flatMap(first -> day(range[1]).map(last -> "%s to %s".formatted(first, last)));
    }
    List<String> days = new ArrayList<>();
    for (String part : field.split(",", -1)) {
      Optional<String> day = day(part);
      if (day.isEmpty()) {
        return Optional.empty();
      }
      days.add(day.get() + "s");
    }
    return Optional.of(listed(days));
  }

  private static Optional<String> day(String text) {
    if (text.matches("[0-7]")) {
      return Optional.of(DAYS.get(Integer.parseInt(text) % DAYS.size()));
    }
    return DAYS.stream()
        .filter(day ->
            day.substring(0, 3).toUpperCase(Locale.ROOT).equals(text.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private static String times(String hours, String minute) {
    return listed(
        Stream.of(hours.split(",", -1))
            .map(hour -> "%02d:%02d".formatted(Integer.parseInt(hour), Integer.parseInt(minute)))
            .toList());
  }

  private static String every(String number, String unit) {
    int count = Integer.parseInt(number);
    return count == 1 ? "every " + unit : "every %d %ss".formatted(count, unit);
  }

  private static String listed(List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.getFirst()
        : "%s and %s".formatted(String.join(", ", parts.subList(0, last)), parts.get(last));
  }
}
