package dev.garrison.language;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that were recorded in English, shown in the language of whoever reads.
 *
 * <p>Plans, journals, and the history keep sentences as they were written, without keys: they stay
 * readable when a bundle changes. For a reader of another language the pattern is found again that
 * wrote the sentence, or the pattern of an earlier version ({@code garrison-former.properties}). A
 * sentence of which no pattern is known stays English.
 */
public final class RecordedText {
  /** Longer texts are a server's; Garrison's own sentences are far shorter. */
  private static final int MOST_CHARACTERS = 2_000;

  /** A sentence with its place in a file, such as {@code (garrison.yaml:16)}. */
  private static final Pattern LOCATED = Pattern.compile("(.+) (\\([^()]+:\\d+\\))");

  /** Screens and pages show the same sentences again and again, such as causes of servers. */
  private static final int MOST_KEPT = 2_000;

  private static final Map<String, Text> FOUND =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Text> eldest) {
              return size() > MOST_KEPT;
            }
          });

  private RecordedText() {}

  /** The sentence in the language of whoever reads, with times in the zone of the reader. */
  public static String shown(String recorded) {
    return ReaderZone.shown(translated(recorded));
  }

  /** Whether the sentence is in another language than it was recorded in, times apart. */
  public static boolean isTranslated(String recorded) {
    return !translated(recorded).equals(recorded);
  }

  private static String translated(String recorded) {
    if (Language.inUse() == Language.ENGLISH || recorded.length() > MOST_CHARACTERS) {
      return recorded;
    }
    Matcher located = LOCATED.matcher(recorded);
    return located.matches()
        ? text(located.group(1)).shown() + " " + located.group(2)
        : text(recorded).shown();
  }

  /** The text that wrote the sentence, or the sentence itself if no pattern is known. */
  public static Text text(String recorded) {
    if (recorded.length() > MOST_CHARACTERS) {
      return Text.verbatim(recorded);
    }
    Text known = FOUND.get(recorded);
    if (known != null) {
      return known;
    }
    Text found = new SentenceFinder().find(recorded).orElseGet(() -> Text.verbatim(recorded));
    FOUND.put(recorded, found);
    return found;
  }
}
