package dev.garrison.language;

import com.ibm.icu.text.MessageFormat;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text for people, by its key in the bundles, with the values of its places.
 *
 * <p>The texts are in {@code garrison-texts.properties} and {@code garrison-texts_ja.properties} of
 * each module, as ICU message patterns with named places. A text is whole: what differs between
 * languages in order or number is in the pattern, never joined in code.
 *
 * @param key of the pattern, the same in all languages
 * @param places values by name; a {@link Text} and a {@link Duration} are rendered in the same
 *     language, whole numbers with the language's separators
 * @see <a href="https://unicode-org.github.io/icu/userguide/format_parse/messages/">ICU message
 *     patterns</a>
 */
public record Text(String key, Map<String, Object> places) {
  /** A sentence that stands inside another one. */
  private record Clause(Text sentence) {
    String in(Language language) {
      String text = sentence.in(language);
      return text.endsWith(".") || text.endsWith("。") ? text.substring(0, text.length() - 1) : text;
    }
  }

  /** A message of the system or of a library, which is English in every language. */
  private record Foreign(String message) {
    String in(Language language) {
      return language == Language.ENGLISH ? message : "「" + message + "」";
    }
  }

  /** A place that is filled by its value alone. */
  private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z]*)}");

  /** A sentence in English, whose pattern is looked for when a reader needs it. */
  private record Recorded(String sentence) {
    String in(Language language) {
      return language == Language.ENGLISH ? sentence : RecordedText.text(sentence).in(language);
    }
  }

  /** A place whose text depends on its value: plural or select. */
  private static final Pattern CHOICE = Pattern.compile("\\{[a-z][A-Za-z]*,");

  public Text {
    places = Map.copyOf(places);
  }

  /**
   * A text with its places.
   *
   * @param places names and values in turn: {@code "ring", name, "count", 3}; a failure stands for
   *     its message
   */
  public static Text of(String key, Object... places) {
    if (places.length % 2 != 0) {
      throw new IllegalArgumentException("a place of " + key + " has no value");
    }
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < places.length; i += 2) {
      named.put(
          (String) places[i],
          places[i + 1] instanceof Throwable failure ? of(failure) : places[i + 1]);
    }
    return new Text(key, named);
  }

  /** A text that others wrote, such as a server's message; it is the same in every language. */
  public static Text verbatim(String text) {
    return of(Bundles.VERBATIM, "text", text);
  }

  /** Texts in a row, with the separator of the reader's language between them. */
  public static Text listed(List<Text> texts) {
    return of(Bundles.VERBATIM, "text", texts);
  }

  /** A sentence without its full stop, for a place in another sentence. */
  public static Text clause(Text sentence) {
    return of(Bundles.VERBATIM, "text", new Clause(sentence));
  }

  /** A sentence that is kept in English, shown in another language if its pattern is known. */
  public static Text recorded(String sentence) {
    return of(Bundles.VERBATIM, "text", new Recorded(sentence));
  }

  /**
   * The reason of a failure. It is a text of Garrison, or the message that others wrote, which is
   * quoted in a Japanese sentence, or the name of its class if there is none.
   */
  public static Text of(Throwable failure) {
    if (failure instanceof TextFailure told) {
      return told.words();
    }
    String message = failure.getMessage();
    return message == null
        ? verbatim(failure.getClass().getSimpleName())
        : of(Bundles.VERBATIM, "text", new Foreign(message));
  }

  /** The text in the language of whoever reads. */
  public String shown() {
    return in(Language.inUse());
  }

  /** The text in one language. */
  public String in(Language language) {
    return in(language, Bundles.pattern(language, key));
  }

  /** The text as a pattern of its key writes it, such as that of an earlier version. */
  String in(Language language, String pattern) {
    Map<String, Object> values = new LinkedHashMap<>();
    places.forEach((name, value) -> values.put(name, value(language, value)));
    return CHOICE.matcher(pattern).find()
        ? new MessageFormat(pattern, language.locale()).format(values)
        : filled(language, pattern, values);
  }

  /** The text in English, for records and logs. */
  @Override
  public String toString() {
    return in(Language.ENGLISH);
  }

  private static Object value(Language language, Object value) {
    return switch (value) {
      case Text text -> text.in(language);
      case Recorded recorded -> recorded.in(language);
      case Clause clause -> clause.in(language);
      case Foreign foreign -> foreign.in(language);
      case Duration duration -> DurationText.text(duration).in(language);
      case Integer number -> number.longValue();
      case Long number -> number;
      case List<?> list ->
          String.join(
              Bundles.pattern(language, "list.separator"),
              list.stream().map(each -> String.valueOf(value(language, each))).toList());
      default -> value.toString();
    };
  }

  /**
   * The same as ICU's formatter makes of a pattern without plural or select.
   *
   * <p>ICU reads its rules of languages first, which takes longer than most commands.
   */
  private String filled(Language language, String pattern, Map<String, Object> values) {
    return PLACE
        .matcher(pattern)
        .replaceAll(
            place -> Matcher.quoteReplacement(written(language, values.get(place.group(1)))));
  }

  private String written(Language language, @Nullable Object value) {
    return switch (value) {
      case null -> throw new IllegalArgumentException("a place of " + key + " has no value");
      case Long number -> String.format(language.locale(), "%,d", number);
      default -> value.toString();
    };
  }
}
