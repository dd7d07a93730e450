package dev.garrison.cli.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Numbers, times and shares as people read them. */
final class Words {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
  private static final int BAR = 10;
  private static final int WHOLE = 100;

  private Words() {}

  static String time(Instant time) {
    return MINUTES.format(time);
  }

  static String time(Optional<Instant> time) {
    return time.map(Words::time).orElse("at an unknown time");
  }

  /** In one unit, cut and not rounded: 47 hours are 47 h, 49 hours are 2 d. */
  static String age(Duration age) {
    if (age.compareTo(Duration.ofHours(2)) < 0) {
      return age.toMinutes() + " min";
    }
    return age.compareTo(Duration.ofDays(2)) < 0 ? age.toHours() + " h" : age.toDays() + " d";
  }

  /** Never rounded up: 94.9 percent are 94. */
  static int percent(int part, int all) {
    return all == 0 ? 0 : (int) ((long) part * WHOLE / all);
  }

  static String bar(int part, int all) {
    int full = all == 0 ? 0 : (int) ((long) part * BAR / all);
    return "#".repeat(full) + ".".repeat(BAR - full);
  }

  static String servers(int count) {
    return count == 1 ? "1 server" : count + " servers";
  }
}
