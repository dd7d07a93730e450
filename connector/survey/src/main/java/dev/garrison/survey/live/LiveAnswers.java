package dev.garrison.survey.live;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Who was asked, by row, and what each has answered so far. */
final class LiveAnswers {
  /** Looks for the rest of what servers say, once each has said what a verdict rests on. */
  private static final int PATIENCE = 3;

  private final SortedMap<Integer, ServerAnswers> heard = new TreeMap<>();
  private final Set<Integer> awaited = new HashSet<>();
  private int looksForTheRest;

  /**
   * Asks a server.
   *
   * @param awaited whether it is likely to answer: one without a heartbeat is asked, and not waited
   *     for
   */
  void ask(int row, boolean awaited) {
    heard.put(row, new ServerAnswers());
    if (awaited) {
      this.awaited.add(row);
    }
  }

  Set<Integer> rows() {
    return heard.keySet();
  }

  int size() {
    return heard.size();
  }

  Optional<ServerAnswers> of(int row) {
    return Optional.ofNullable(heard.get(row));
  }

  int answered() {
    return (int) heard.values().stream().filter(ServerAnswers::isAnswer).count();
  }

  List<Integer> silent() {
    return heard.keySet().stream()
        .filter(row -> of(row).filter(ServerAnswers::isAnswer).isEmpty())
        .toList();
  }

  /** Those that answered. */
  void each(BiConsumer<Integer, ServerAnswers> taker) {
    heard.forEach((row, one) -> {
      if (one.isAnswer()) {
        taker.accept(row, one);
      }
    });
  }

  /** Called after each look: whether there is nothing more to wait for. */
  boolean isSettled() {
    List<ServerAnswers> those = awaited.stream().flatMap(row -> of(row).stream()).toList();
    if (!those.stream().allMatch(ServerAnswers::isAnswer)) {
      return false;
    }
    return those.stream().allMatch(ServerAnswers::isComplete) || ++looksForTheRest >= PATIENCE;
  }
}
