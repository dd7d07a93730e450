package dev.garrison.language;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Searches for the pattern that wrote one sentence, and the sentences in its places. */
final class SentenceFinder {
  private static final int MOST_NESTED = 4;

  /** Lists of Garrison's own sentences are far shorter. */
  private static final int MOST_LISTED = 10;

  private static final String SEPARATOR = Bundles.pattern(Language.ENGLISH, "list.separator");

  /** Parts of the sentence that were searched for already: places of patterns overlap. */
  private final Map<Part, Optional<Text>> searched = new HashMap<>();

  private record Part(String recorded, int depth) {}

  /** The text that wrote the sentence; empty if no pattern is known. */
  Optional<Text> find(String recorded) {
    return found(recorded, MOST_NESTED);
  }

  private Optional<Text> found(String recorded, int depth) {
    if (recorded.indexOf(' ') < 0) {
      return Optional.empty();
    }
    Part part = new Part(recorded, depth);
    Optional<Text> known = searched.get(part);
    if (known != null) {
      return known;
    }
    Optional<Text> found = search(recorded, depth);
    searched.put(part, found);
    return found;
  }

  private Optional<Text> search(String recorded, int depth) {
    Optional<Text> sentence = sentence(recorded, depth);
    return sentence.isPresent() || depth == 0
        ? sentence
        : both(recorded, depth - 1)
            .or(() -> listed(recorded, depth - 1))
            .or(() -> framed(recorded, depth - 1));
  }

  private Optional<Text> sentence(String recorded, int depth) {
    return Known.sentences(recorded)
        .flatMap(sentence -> sentence.match(recorded).stream())
        .findFirst()
        .map(text -> depth == 0 ? text : nested(text, depth - 1));
  }

  /** Two sentences with a semicolon between them, both of which are known. */
  private Optional<Text> both(String recorded, int depth) {
    String[] parts = recorded.split(RecordedSentence.PAUSE, 2);
    return parts.length == 1
        ? Optional.empty()
        : found(parts[0], depth)
            .flatMap(first ->
                found(parts[1], depth)
                    .map(next -> Text.of("stale.both", "first", first, "next", next)));
  }

  /** Sentences in a row, each of which is known; a separator may also stand in one of them. */
  private Optional<Text> listed(String recorded, int depth) {
    List<String> parts = List.of(recorded.split(SEPARATOR, MOST_LISTED + 1));
    return parts.size() == 1 || parts.size() > MOST_LISTED
        ? Optional.empty()
        : row(parts, depth).filter(row -> row.size() > 1).map(Text::listed);
  }

  private Optional<List<Text>> row(List<String> parts, int depth) {
    for (int end = 1; end <= parts.size(); end++) {
      String first = String.join(SEPARATOR, parts.subList(0, end));
      Optional<Text> known = sentence(first, depth).or(() -> framed(first, depth));
      if (known.isPresent()) {
        List<String> rest = parts.subList(end, parts.size());
        Optional<List<Text>> row = rest.isEmpty() ? Optional.of(List.of()) : row(rest, depth);
        if (row.isPresent()) {
          return Optional.of(Stream.concat(known.stream(), row.get().stream()).toList());
        }
      }
    }
    return Optional.empty();
  }

  /** A sentence with few words of its own, told by the known sentence that stands in it. */
  private Optional<Text> framed(String recorded, int depth) {
    return Known.FRAMES.stream()
        .flatMap(frame -> frame.match(recorded).stream())
        .map(text -> nested(text, depth))
        .filter(text -> text.places().values().stream().anyMatch(Text.class::isInstance))
        .findFirst();
  }

  private Text nested(Text text, int depth) {
    return new Text(
        text.key(),
        text.places().entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, place -> nested(place.getValue(), depth))));
  }

  private Object nested(Object value, int depth) {
    return value instanceof String written
        ? found(written, depth).map(Object.class::cast).orElse(written)
        : value;
  }

  /**
   * All patterns, those of earlier versions too. They are read when the first reader of another
   * language needs them.
   */
  private static final class Known {
    private static final List<RecordedSentence> ALL =
        Stream.concat(
                Bundles.keys().stream()
                    .filter(key -> !key.equals(Bundles.VERBATIM))
                    .flatMap(key ->
                        SentenceReader.read(key, Bundles.pattern(Language.ENGLISH, key)).stream()),
                Bundles.formerPatterns().entrySet().stream()
                    .flatMap(
                        former -> SentenceReader.read(former.getKey(), former.getValue()).stream()))
            .filter(RecordedSentence::isReadable)
            .sorted(
                Comparator.comparingInt(RecordedSentence::letters)
                    .thenComparingInt(sentence -> sentence.words().length())
                    .reversed())
            .toList();

    private static final List<RecordedSentence> TELLABLE =
        ALL.stream().filter(RecordedSentence::isTellable).toList();

    /** Sentences that begin with a place. */
    private static final List<RecordedSentence> OPEN =
        TELLABLE.stream().filter(sentence -> sentence.head().isEmpty()).toList();

    /** These and those with this first character; the ones that say most come first. */
    private static final Map<Character, List<RecordedSentence>> BY_FIRST =
        TELLABLE.stream()
            .filter(sentence -> !sentence.head().isEmpty())
            .map(sentence -> sentence.head().charAt(0))
            .distinct()
            .collect(Collectors.toMap(first -> first, Known::beginningWith));

    /** Sentences with a word of their own around another one. */
    static final List<RecordedSentence> FRAMES =
        ALL.stream().filter(RecordedSentence::isFrame).toList();

    private static List<RecordedSentence> beginningWith(char first) {
      return TELLABLE.stream()
          .filter(each -> each.head().isEmpty() || each.head().charAt(0) == first)
          .toList();
    }

    /** The sentences that may have written this. */
    static Stream<RecordedSentence> sentences(String recorded) {
      return recorded.isEmpty()
          ? Stream.empty()
          : BY_FIRST.getOrDefault(recorded.charAt(0), OPEN).stream();
    }
  }
}
