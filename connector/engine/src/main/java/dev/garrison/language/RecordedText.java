package dev.garrison.language;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sentences that were recorded in English, shown in the language of whoever reads.
 *
 * <p>Plans, journals, and the history keep sentences as they were written, without keys: they stay
 * readable when a bundle changes. For a reader of another language the pattern is found again that
 * wrote the sentence. A sentence of which no pattern is known stays English.
 */
public final class RecordedText {
  /** Longer texts are a server's; Garrison's own sentences are far shorter. */
  private static final int MOST_CHARACTERS = 2_000;

  private static final int MOST_NESTED = 4;

  private RecordedText() {}

  /** The sentence in the language of whoever reads. */
  public static String shown(String recorded) {
    return Language.inUse() == Language.ENGLISH ? recorded : text(recorded).shown();
  }

  /** The text that wrote the sentence, or the sentence itself if no pattern is known. */
  static Text text(String recorded) {
    return found(recorded, MOST_NESTED).orElseGet(() -> Text.verbatim(recorded));
  }

  private static Optional<Text> found(String recorded, int depth) {
    if (recorded.length() > MOST_CHARACTERS || recorded.indexOf(' ') < 0) {
      return Optional.empty();
    }
    return Known.SENTENCES.stream()
        .flatMap(sentence -> sentence.match(recorded).stream())
        .findFirst()
        .map(text -> depth == 0 ? text : nested(text, depth - 1))
        .or(() -> depth == 0 ? Optional.empty() : framed(recorded, depth - 1));
  }

  /** A sentence with few words of its own, told by the known sentence that stands in it. */
  private static Optional<Text> framed(String recorded, int depth) {
    return Known.FRAMES.stream()
        .flatMap(frame -> frame.match(recorded).stream())
        .map(text -> nested(text, depth))
        .filter(text -> text.places().values().stream().anyMatch(Text.class::isInstance))
        .findFirst();
  }

  private static Text nested(Text text, int depth) {
    return new Text(
        text.key(),
        text.places().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, place -> nested(place.getValue(), depth))));
  }

  private static Object nested(Object value, int depth) {
    return value instanceof String written
        ? found(written, depth).map(Object.class::cast).orElse(written)
        : value;
  }

  /** All patterns, read when the first reader of another language needs them. */
  private static final class Known {
    private static final List<RecordedSentence> ALL =
        Bundles.keys().stream()
            .filter(key -> !key.equals(Bundles.VERBATIM))
            .flatMap(
                key -> SentenceReader.read(key, Bundles.pattern(Language.ENGLISH, key)).stream())
            .filter(RecordedSentence::isReadable)
            .sorted(
                Comparator.comparingInt(RecordedSentence::letters)
                    .thenComparingInt(sentence -> sentence.words().length())
                    .reversed())
            .toList();

    /** The ones that say most come first. */
    static final List<RecordedSentence> SENTENCES =
        ALL.stream().filter(RecordedSentence::isTellable).toList();

    /** Sentences with a word of their own around another one. */
    static final List<RecordedSentence> FRAMES =
        ALL.stream().filter(RecordedSentence::isFrame).toList();
  }
}
