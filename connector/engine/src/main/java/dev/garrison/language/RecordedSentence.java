package dev.garrison.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of the sentences that an English pattern writes: a pattern with a plural writes two.
 *
 * @param pattern of this version, or of an earlier one
 * @param head words before the first place
 * @param gaps places in order, each with the words that follow
 * @param chosen values that chose this sentence of the pattern and do not stand in it
 */
record RecordedSentence(
    String key, String pattern, String head, List<Gap> gaps, Map<String, Object> chosen) {
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  /** Stands between two sentences. */
  static final String PAUSE = "; ";

  private static final String COLON = ": ";

  private static final Pattern COMMON_WORD =
      Pattern.compile("\\b(?:an|and|as|at|by|for|from|if|in|is|isn't|of|on|or|the|to|with)\\b");

  private static final Pattern SET_APART = Pattern.compile(": | \\(");

  /** A sentence with fewer words of its own cannot be told from others. */
  private static final int FEWEST_WORDS = 2;

  /**
   * A place.
   *
   * @param counts whether a number stands there
   * @param then words after the place
   */
  record Gap(String name, boolean counts, String then) {}

  RecordedSentence {
    gaps = List.copyOf(gaps);
    chosen = Map.copyOf(chosen);
  }

  /** The sentence with more words at its end. */
  RecordedSentence with(String words) {
    if (gaps.isEmpty()) {
      return new RecordedSentence(key, pattern, head + words, gaps, chosen);
    }
    List<Gap> more = new ArrayList<>(gaps);
    Gap last = more.removeLast();
    more.add(new Gap(last.name(), last.counts(), last.then() + words));
    return new RecordedSentence(key, pattern, head, more, chosen);
  }

  /** The sentence with a place at its end. */
  RecordedSentence with(Gap gap) {
    List<Gap> more = new ArrayList<>(gaps);
    more.add(gap);
    return new RecordedSentence(key, pattern, head, more, chosen);
  }

  /** The sentence of a pattern whose choice fell so. */
  RecordedSentence choosing(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(chosen);
    more.put(name, value);
    return new RecordedSentence(key, pattern, head, gaps, more);
  }

  /** Number of letters that are the same in each sentence of this kind. */
  int letters() {
    return (int) words().chars().filter(Character::isLetter).count();
  }

  /** All that is the same in each sentence of this kind. */
  String words() {
    return head + String.join("", gaps.stream().map(Gap::then).toList());
  }

  /** Whether its places can be found again: they do not touch. */
  boolean isReadable() {
    return gaps.stream().limit(Math.max(0, gaps.size() - 1)).noneMatch(gap -> gap.then().isEmpty());
  }

  /** Whether its own words tell it from others. Next to numbers one word is enough. */
  boolean isTellable() {
    boolean counts = !gaps.isEmpty() && gaps.stream().allMatch(Gap::counts);
    return ownWords() >= (counts ? 1 : FEWEST_WORDS);
  }

  /**
   * Whether only a known sentence in one of its places tells it from others. A colon or a
   * parenthesis sets that apart, or a word that doesn't stand in any sentence, as "or" does.
   */
  boolean isFrame() {
    return !isTellable()
        && ownWords() == 1
        && (SET_APART.matcher(words()).find()
            || (gaps.size() > 1 && !COMMON_WORD.matcher(words()).find()));
  }

  private long ownWords() {
    return WORD.matcher(words()).results().count();
  }

  /** The text with the values that stand in the places, if a sentence is of this kind. */
  Optional<Text> match(String recorded) {
    if (!recorded.startsWith(head)) {
      return Optional.empty();
    }
    Map<String, Object> places = new LinkedHashMap<>();
    int from = head.length();
    for (int i = 0; i < gaps.size(); i++) {
      Gap gap = gaps.get(i);
      int at = end(recorded, from, gap.then(), i == gaps.size() - 1);
      Optional<Object> value =
          at <= from ? Optional.empty() : value(gap, recorded.substring(from, at), from == 0);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      places.putIfAbsent(gap.name(), value.get());
      from = at + gap.then().length();
    }
    places.putAll(chosen);
    Text text = new Text(key, places);
    return text.in(Language.ENGLISH, pattern).equals(recorded)
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Index of the end of a place's value, or -1. The last words are looked for at the end. */
  private static int end(String recorded, int from, String then, boolean last) {
    if (!last) {
      return recorded.indexOf(then, from + 1);
    }
    return recorded.endsWith(then) ? recorded.length() - then.length() : -1;
  }

  /**
   * Whether a place may have this value: few words do not reach over another sentence.
   *
   * @param opens whether the sentence begins with the place
   */
  private boolean holds(String written, boolean opens) {
    return ownWords() > FEWEST_WORDS
        || isFrame()
        || (reaches(PAUSE, written, false) && reaches(COLON, written, opens));
  }

  /** Whether a value with this mark, or without it, is still within the sentence. */
  private boolean reaches(String mark, String written, boolean opens) {
    return !written.contains(mark) || (words().contains(mark) && !opens);
  }

  private Optional<Object> value(Gap gap, String written, boolean opens) {
    if (!gap.counts()) {
      return holds(written, opens) ? Optional.of(written) : Optional.empty();
    }
    try {
      return Optional.of(Long.valueOf(written.replace(",", "")));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
