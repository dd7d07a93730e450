package dev.garrison.manifest.reading;

import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;
import dev.garrison.manifest.value.BlackoutPeriod;
import dev.garrison.manifest.value.RelativeDeadline;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Value;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Forms of single values: texts, numbers, words, dates, deadlines. */
final class Scalars {
  /**
   * Form of a name in the console, of a reason and of an owner.
   *
   * <p>Spaces of all scripts count, as they do in the schema.
   */
  static final Form<String> NAME =
      text(
          Text.of("manifest-form.text"),
          Pattern.compile("(?U)(?!\\s)[^\\u0000-\\u001f\\u007f]{1,255}(?<!\\s)"));

  static final Form<Boolean> TRUTH =
      typed(Text.of("manifest-form.truth"), Tag.BOOL, Scalars::truth);

  static final Form<UUID> GUID = typed(Text.of("manifest-form.guid"), Tag.STR, Scalars::guid);

  static final Form<LocalDate> DATE = typed(Text.of("manifest-form.date"), Tag.STR, Scalars::date);

  static final Form<BlackoutPeriod> BLACKOUT =
      typed(Text.of("manifest-form.blackout"), Tag.STR, Scalars::blackout);

  static final Form<RelativeDeadline> DEADLINE =
      typed(Text.of("manifest-form.deadline"), Tag.STR, Scalars::deadline);

  static final Form<Duration> DURATION =
      typed(Text.of("manifest-form.duration"), Tag.STR, Scalars::duration);

  private static final Pattern GUID_TEXT =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final Pattern ON_DAY =
      Pattern.compile("\\+([0-9]{1,2})d ([01][0-9]|2[0-3]):([0-5][0-9])");
  private static final Pattern AFTER_HOURS = Pattern.compile("\\+([0-9]{1,4})h");
  private static final Pattern DAYS_OR_HOURS = Pattern.compile("(0|[1-9][0-9]{0,3})([dh])");
  private static final int MOST_DAYS = 90;
  private static final int MOST_HOURS = 24 * MOST_DAYS;
  private static final UUID ZERO = new UUID(0, 0);

  private Scalars() {}

  /** Form of a text that matches the complete pattern. */
  static Form<String> text(Text expected, Pattern pattern) {
    return typed(
        expected,
        Tag.STR,
        text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty());
  }

  /** Form of a whole number in decimal digits. */
  static Form<Integer> integer(int least, int most) {
    return typed(
        Text.of(
            "manifest-form.integer", "least", String.valueOf(least), "most", String.valueOf(most)),
        Tag.INT,
        text -> whole(text, least, most));
  }

  /** Form of one of an enum's values, by its word. */
  static <E extends Enum<E> & Worded> Form<E> word(Class<E> kind) {
    return word(List.of(kind.getEnumConstants()));
  }

  /** Form of one of the given values, by its word. */
  static <T extends Worded> Form<T> word(List<T> values) {
    return word(values, Worded::word, Tag.STR);
  }

  /** Form of one of the given values, by its word, which must have one of these YAML tags. */
  static <T> Form<T> word(List<T> values, Function<T, String> spelling, Tag... kinds) {
    Map<String, T> words =
        values.stream()
            .collect(Collectors.toMap(spelling, v -> v, (a, _) -> a, LinkedHashMap::new));
    return new Form<>() {
      @Override
      public Text expected() {
        List<String> spellings = List.copyOf(words.keySet());
        int last = spellings.size() - 1;
        return last == 0
            ? Text.verbatim(spellings.getFirst())
            : Text.of(
                last == 1 ? "manifest-form.two-words" : "manifest-form.words",
                "words",
                spellings.subList(0, last),
                "last",
                spellings.getLast());
      }

      @Override
      public Optional<T> read(Value value) {
        Optional<String> text = value.scalar(this, kinds);
        Optional<T> found = text.flatMap(word -> Optional.ofNullable(words.get(word)));
        if (text.isPresent() && found.isEmpty()) {
          value.refuseText(text.get(), this);
        }
        return found;
      }
    };
  }

  /** Form of a text that is converted to another type. */
  static <T> Form<T> meant(Text expected, Function<String, Optional<T>> meaning) {
    return typed(expected, Tag.STR, meaning);
  }

  private static <T> Form<T> typed(Text expected, Tag kind, Function<String, Optional<T>> meaning) {
    return new Form<>() {
      @Override
      public Text expected() {
        return expected;
      }

      @Override
      public Optional<T> read(Value value) {
        Optional<String> text = value.scalar(this, kind);
        Optional<T> meant = text.flatMap(meaning);
        if (text.isPresent() && meant.isEmpty()) {
          value.refuseText(text.get(), this);
        }
        return meant;
      }
    };
  }

  private static Optional<Boolean> truth(String text) {
    return Optional.of(Boolean.parseBoolean(text));
  }

  private static Optional<Integer> whole(String text, int least, int most) {
    // Longer numbers are out of range anyway, and their conversion takes quadratic time.
    if (!text.matches("-?[0-9]{1,18}")) {
      return Optional.empty();
    }
    BigInteger number = new BigInteger(text);
    boolean fits =
        number.compareTo(BigInteger.valueOf(least)) >= 0
            && number.compareTo(BigInteger.valueOf(most)) <= 0;
    return fits ? Optional.of(number.intValueExact()) : Optional.empty();
  }

  private static Optional<UUID> guid(String text) {
    return Optional.of(text)
        .filter(t -> GUID_TEXT.matcher(t).matches())
        .map(UUID::fromString)
        .filter(guid -> !guid.equals(ZERO));
  }

  private static Optional<LocalDate> date(String text) {
    if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // the form matches, the day does not exist: 2027-02-30
    }
  }

  private static Optional<BlackoutPeriod> blackout(String text) {
    String[] days = text.split("\\.\\.", -1);
    if (days.length > 2) {
      return Optional.empty();
    }
    Optional<LocalDate> first = date(days[0]);
    Optional<LocalDate> last = date(days[days.length - 1]);
    if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
      return Optional.empty();
    }
    return Optional.of(new BlackoutPeriod(first.get(), last.get()));
  }

  private static Optional<Duration> duration(String text) {
    Matcher given = DAYS_OR_HOURS.matcher(text);
    if (!given.matches()) {
      return Optional.empty();
    }
    int count = Integer.parseInt(given.group(1));
    return Optional.of(
            given.group(2).equals("d") ? Duration.ofDays(count) : Duration.ofHours(count))
        .filter(length -> length.toHours() <= MOST_HOURS);
  }

  private static Optional<RelativeDeadline> deadline(String text) {
    Matcher day = ON_DAY.matcher(text);
    if (day.matches() && Integer.parseInt(day.group(1)) <= MOST_DAYS) {
      LocalTime time = LocalTime.of(Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
      return Optional.of(new RelativeDeadline.OnDay(Integer.parseInt(day.group(1)), time));
    }
    Matcher hours = AFTER_HOURS.matcher(text);
    if (hours.matches()) {
      int count = Integer.parseInt(hours.group(1));
      if (count >= 1 && count <= MOST_HOURS) {
        return Optional.of(new RelativeDeadline.AfterHours(count));
      }
    }
    return Optional.empty();
  }
}
