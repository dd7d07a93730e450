package dev.garrison.manifest.draft;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers for a first manifest: those for all of it, and those of each ring. */
public final class FirstAnswers {
  private final Map<FirstAnswer, String> whole = new EnumMap<>(FirstAnswer.class);
  private final Map<FirstAnswer, String> everyRing = new EnumMap<>(FirstAnswer.class);
  private final List<Map<FirstAnswer, String>> rings = new ArrayList<>();

  private FirstAnswers() {}

  /**
   * Pairs the answers of rings.
   *
   * <p>The n-th of an option belongs to the n-th ring. One that is given once, other than a name or
   * a collection, belongs to every ring.
   *
   * @param options answers by option, such as {@code --site-code}
   * @throws RefusalException when the options' numbers do not fit
   */
  static FirstAnswers paired(Map<String, List<String>> options) {
    int names = given(options, FirstAnswer.RING_NAME).size();
    int collections = given(options, FirstAnswer.RING_COLLECTION).size();
    if (names != collections && Math.min(names, collections) > 0) {
      throw refused(
          Message.of("manifest-file.rings-unequal", "names", names, "collections", collections));
    }
    int count = Math.max(1, Math.max(names, collections));
    List<String> unfit =
        Arrays.stream(FirstAnswer.values())
            .filter(answer -> answer.isOfRing() && !fits(given(options, answer).size(), count))
            .map(FirstAnswer::flag)
            .toList();
    if (!unfit.isEmpty()) {
      throw refused(
          Message.of("manifest-file.ring-options-unequal", "options", unfit, "rings", count));
    }
    FirstAnswers answers = new FirstAnswers();
    for (int ring = 0; ring < count; ring++) {
      answers.addRing();
    }
    for (FirstAnswer answer : FirstAnswer.values()) {
      List<String> values = given(options, answer);
      for (int ring = 0; ring < values.size(); ring++) {
        answers.place(answer, ring).put(answer, values.get(ring));
      }
      if (answer.isOfRing() && !answer.isUnique() && values.size() == 1) {
        answers.everyRing.put(answer, values.getFirst());
        answers.rings.forEach(each -> each.put(answer, values.getFirst()));
      }
    }
    return answers;
  }

  private static List<String> given(Map<String, List<String>> options, FirstAnswer answer) {
    return options.getOrDefault(answer.flag(), List.of());
  }

  private static boolean fits(int values, int rings) {
    return values <= 1 || values == rings;
  }

  private static RefusalException refused(Message message) {
    return new RefusalException(Diagnostic.error(DraftCode.RING_OPTIONS_UNEQUAL, message));
  }

  /** The number of rings. */
  public int rings() {
    return rings.size();
  }

  /**
   * An answer that was given.
   *
   * @param ring number of the ring from 0; without a meaning for an answer for the whole manifest
   */
  public Optional<String> of(FirstAnswer answer, int ring) {
    return Optional.ofNullable(place(answer, ring).get(answer));
  }

  /** An answer of each ring that has one. */
  public List<String> ofRings(FirstAnswer answer) {
    return rings.stream().flatMap(ring -> Optional.ofNullable(ring.get(answer)).stream()).toList();
  }

  private Map<FirstAnswer, String> place(FirstAnswer answer, int ring) {
    return answer.isOfRing() ? rings.get(ring) : whole;
  }

  /** A copy with one more answer. */
  FirstAnswers with(FirstAnswer answer, int ring, String value) {
    FirstAnswers more = copy();
    more.place(answer, ring).put(answer, value);
    return more;
  }

  /** A copy with one more ring, which has what an option gives to every ring. */
  FirstAnswers withRing() {
    FirstAnswers more = copy();
    more.addRing();
    return more;
  }

  private void addRing() {
    rings.add(new EnumMap<>(everyRing));
  }

  /** A copy in which samples stand for the answers that are open. */
  FirstAnswers completed() {
    FirstAnswers complete = copy();
    for (FirstAnswer answer : FirstAnswer.asked()) {
      for (int ring = 0; ring < (answer.isOfRing() ? rings.size() : 1); ring++) {
        Collection<String> others = complete.ofRings(answer);
        complete.place(answer, ring).computeIfAbsent(answer, _ -> answer.sample(others));
      }
    }
    return complete;
  }

  private FirstAnswers copy() {
    FirstAnswers copy = new FirstAnswers();
    copy.whole.putAll(whole);
    copy.everyRing.putAll(everyRing);
    rings.forEach(ring -> copy.rings.add(new EnumMap<>(ring)));
    return copy;
  }
}
