package dev.garrison.server.page.frame;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentence with times in it, as {@link dev.garrison.language.ReaderZone} writes them on pages. The
 * template {@code frame/told} makes its times elements, which the script shows in the zone of the
 * browser.
 */
public final class Told {
  private static final Pattern TIME =
      Pattern.compile("(?<!\\d)(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d)(:\\d\\d)? UTC\\b");

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private Told() {}

  /**
   * A part of a sentence.
   *
   * @param at the time that the text names; empty for other text
   */
  public record Part(String text, Optional<Instant> at) {}

  /** The parts of a sentence in their order. */
  public static List<Part> parts(String sentence) {
    List<Part> parts = new ArrayList<>();
    Matcher found = TIME.matcher(sentence);
    int from = 0;
    while (found.find()) {
      Optional<Instant> at = time(found.group(1), found.group(2));
      if (at.isPresent()) {
        add(parts, sentence.substring(from, found.start()));
        parts.add(new Part(found.group(), at));
        from = found.end();
      }
    }
    add(parts, sentence.substring(from));
    return parts;
  }

  private static void add(List<Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, Optional.empty()));
    }
  }

  private static Optional<Instant> time(String minute, String second) {
    try {
      return Optional.of(
          LocalDateTime.parse(minute + (second == null ? ":00" : second), SECOND)
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
