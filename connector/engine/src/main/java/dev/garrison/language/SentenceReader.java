package dev.garrison.language;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import dev.garrison.language.RecordedSentence.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the sentences that a pattern can write. */
final class SentenceReader {
  private final MessagePattern pattern;

  private SentenceReader(MessagePattern pattern) {
    this.pattern = pattern;
  }

  /** The sentences of a pattern, one for each way its plurals and choices can fall. */
  static List<RecordedSentence> read(String key, String pattern) {
    RecordedSentence empty = new RecordedSentence(key, pattern, "", List.of(), Map.of());
    return new SentenceReader(new MessagePattern(pattern)).message(0, empty, Optional.empty());
  }

  /** The sentences that begin so and go on with the message that starts at a part. */
  private List<RecordedSentence> message(
      int start, RecordedSentence before, Optional<String> number) {
    List<RecordedSentence> all = List.of(before);
    int limit = pattern.getLimitPartIndex(start);
    int read = pattern.getPart(start).getLimit();
    for (int i = start + 1; i <= limit; i++) {
      Part part = pattern.getPart(i);
      String words = pattern.getPatternString().substring(read, part.getIndex());
      all = all.stream().map(each -> each.with(words)).toList();
      if (part.getType() == Part.Type.REPLACE_NUMBER) {
        Gap gap = new Gap(number.orElseThrow(), true, "");
        all = all.stream().map(each -> each.with(gap)).toList();
      } else if (part.getType() == Part.Type.ARG_START) {
        int at = i;
        all = all.stream().flatMap(each -> argument(at, each, number).stream()).toList();
        i = pattern.getLimitPartIndex(i);
      }
      read = pattern.getPart(i).getLimit();
    }
    return all;
  }

  private List<RecordedSentence> argument(
      int start, RecordedSentence before, Optional<String> number) {
    String name = pattern.getSubstring(pattern.getPart(start + 1));
    ArgType type = pattern.getPart(start).getArgType();
    if (type == ArgType.NONE) {
      return List.of(before.with(new Gap(name, false, "")));
    }
    List<RecordedSentence> all = new ArrayList<>();
    for (int i = start + 2; i < pattern.getLimitPartIndex(start); i++) {
      if (pattern.getPart(i).getType() == Part.Type.MSG_START) {
        String selector = selector(i);
        Optional<String> counted = type.hasPluralStyle() ? Optional.of(name) : number;
        for (RecordedSentence each : message(i, before, counted)) {
          boolean stands = each.gaps().stream().anyMatch(gap -> gap.name().equals(name));
          all.add(stands ? each : each.choosing(name, chosen(type, selector)));
        }
        i = pattern.getLimitPartIndex(i);
      }
    }
    return all;
  }

  /** The selector of the message that starts at a part; a number such as {@code =1} is between. */
  private String selector(int message) {
    Part part = pattern.getPart(message - 1);
    return pattern.getSubstring(
        part.getType() == Part.Type.ARG_SELECTOR ? part : pattern.getPart(message - 2));
  }

  /** A value that chooses the selector. */
  private static Object chosen(ArgType type, String selector) {
    if (!type.hasPluralStyle()) {
      return selector;
    }
    return switch (selector) {
      case "one" -> 1L;
      case "other" -> 2L;
      default -> Long.valueOf(selector.substring(1));
    };
  }
}
