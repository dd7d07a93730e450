package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.history.row.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Age of a time in days.
 *
 * @param isLeast whether the age is at least this; otherwise it is at most this
 */
record AgeFilter(boolean isLeast, int days) {
  /** The ages that the page offers; an address may have any other. */
  private static final List<AgeFilter> OFFERED =
      Stream.of(false, true)
          .flatMap(isLeast -> Stream.of(1, 7, 30).map(days -> new AgeFilter(isLeast, days)))
          .toList();

  private static final Pattern WORD = Pattern.compile("(max|min)-([1-9][0-9]{0,3})");

  /** Finds the age with this word. */
  static Optional<AgeFilter> of(String word) {
    Matcher found = WORD.matcher(word);
    return found.matches()
        ? Optional.of(new AgeFilter(found.group(1).equals("min"), Integer.parseInt(found.group(2))))
        : Optional.empty();
  }

  /** Words of the ages that the page offers. */
  static List<String> words() {
    return OFFERED.stream().map(AgeFilter::word).toList();
  }

  /** The ages to choose from, with the chosen one. */
  static List<AgeFilter> choices(Optional<AgeFilter> chosen) {
    return Stream.concat(OFFERED.stream(), chosen.stream()).distinct().toList();
  }

  /** Word in addresses. */
  String word() {
    return (isLeast ? "min-" : "max-") + days;
  }

  String title() {
    return t(isLeast ? "page.servers.at-least" : "page.servers.at-most", "days", days);
  }

  Span span(Instant now) {
    return new Span(!isLeast, now.minus(Duration.ofDays(days)));
  }
}
