package dev.garrison.survey.live;

import dev.garrison.fleet.antivirus.AntivirusProducts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Servers that were asked, by row, with their answers so far. */
final class LiveAnswers {
  /** Number of checks for optional answers, after each server has given the essential ones. */
  private static final int PATIENCE = 3;

  private final AntivirusProducts products;
  private final SortedMap<Integer, ServerAnswers> heard = new TreeMap<>();
  private final Set<Integer> awaited = new HashSet<>();
  private boolean ordersRefused;
  private int looksForTheRest;

  /**
   * @param products known antivirus products of other makers
   */
  LiveAnswers(AntivirusProducts products) {
    this.products = products;
  }

  AntivirusProducts products() {
    return products;
  }

  /**
   * Adds a server that is asked.
   *
   * @param awaited whether it is likely to answer: one without a heartbeat is asked, but not waited
   *     for
   */
  void ask(int row, boolean awaited) {
    heard.put(row, new ServerAnswers(products));
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

  /** Servers that have nothing more to say. */
  List<Integer> complete() {
    return heard.keySet().stream()
        .filter(row -> of(row).filter(this::isComplete).isPresent())
        .toList();
  }

  private boolean isComplete(ServerAnswers one) {
    return one.isComplete() && (ordersRefused || one.hasOrders());
  }

  /** Records that the site refuses a question; one without a simpler query isn't waited for. */
  void refused(Question question) {
    ordersRefused |= question == Question.ORDERS;
  }

  /** Passes on the servers that answered. */
  void each(BiConsumer<Integer, ServerAnswers> taker) {
    heard.forEach((row, one) -> {
      if (one.isAnswer()) {
        taker.accept(row, one);
      }
    });
  }

  /** Checks whether there is nothing more to wait for; call it after each read. */
  boolean isSettled() {
    List<ServerAnswers> those = awaited.stream().flatMap(row -> of(row).stream()).toList();
    if (!those.stream().allMatch(ServerAnswers::isAnswer)) {
      return false;
    }
    return those.stream().allMatch(this::isComplete) || ++looksForTheRest >= PATIENCE;
  }
}
