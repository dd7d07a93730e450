package dev.garrison.mecm.odata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A condition of a query. Only what the administration service is known to understand can be
 * written: comparisons, startswith, and, or.
 */
public final class ODataFilter {
  /** HTTP.sys bounds the request line to 16 KB by default. */
  private static final int MOST_TERMS = 50;

  /** So that the rest of a query has its room too. */
  private static final int LONGEST = 6 * 1024;

  /** Of the encoded word between two alternatives. */
  private static final int JOINT = ODataText.encodeQuery(" or ").length();

  /** How properties are spelled, to the text. */
  private final Function<UnaryOperator<String>, String> expression;

  private final boolean alternatives;
  private final int terms;

  private ODataFilter(
      Function<UnaryOperator<String>, String> expression, boolean alternatives, int terms) {
    this.expression = expression;
    this.alternatives = alternatives;
    this.terms = terms;
  }

  private static ODataFilter of(String property, UnaryOperator<String> condition) {
    String name = ODataText.name(property);
    return new ODataFilter(spelling -> condition.apply(spelling.apply(name)), false, 1);
  }

  /** The property is this text. */
  public static ODataFilter equal(String property, String value) {
    return of(property, name -> name + " eq " + ODataText.literal(value));
  }

  /** The property is this number. */
  public static ODataFilter equal(String property, long value) {
    return of(property, name -> name + " eq " + value);
  }

  /** The property is true, or false. */
  public static ODataFilter equal(String property, boolean value) {
    return of(property, name -> name + " eq " + value);
  }

  /** The property is at least this number. */
  public static ODataFilter atLeast(String property, long value) {
    return of(property, name -> name + " ge " + value);
  }

  /** The property begins with this text. */
  public static ODataFilter startsWith(String property, String text) {
    return of(property, name -> "startswith(" + name + "," + ODataText.literal(text) + ")");
  }

  /**
   * The property is one of these texts.
   *
   * @throws IllegalArgumentException for none, or for more than fifty: read those in several
   *     queries
   */
  public static ODataFilter oneOf(String property, Collection<String> values) {
    if (values.isEmpty() || values.size() > MOST_TERMS) {
      throw new IllegalArgumentException("1 to " + MOST_TERMS + " values, not " + values.size());
    }
    return values.stream()
        .map(value -> equal(property, value))
        .reduce(ODataFilter::or)
        .orElseThrow();
  }

  /**
   * Conditions that together say that the property is one of these numbers, each short enough for a
   * query of its own, the smallest numbers first; none for none.
   */
  public static List<ODataFilter> batches(String property, Collection<Long> values) {
    return batches(values, value -> equal(property, value));
  }

  /** The same for texts, in their order. */
  public static List<ODataFilter> batchesOfTexts(String property, Collection<String> values) {
    return batches(values, value -> equal(property, value));
  }

  /**
   * Conditions of which one holds for each of these values, each short enough for a query of its
   * own, also when it is encoded: a letter outside ASCII takes up to twelve places.
   *
   * @param condition for one value
   */
  public static <T extends Comparable<T>> List<ODataFilter> batches(
      Collection<T> values, Function<T, ODataFilter> condition) {
    List<ODataFilter> batches = new ArrayList<>();
    int used = 0;
    for (T value : new TreeSet<>(values)) {
      ODataFilter next = condition.apply(value);
      int length = next.length();
      boolean fits =
          !batches.isEmpty()
              && batches.getLast().terms + next.terms <= MOST_TERMS
              && used + JOINT + length <= LONGEST;
      batches.add(fits ? batches.removeLast().or(next) : next);
      used = fits ? used + JOINT + length : length;
    }
    return List.copyOf(batches);
  }

  private int length() {
    return ODataText.encodeQuery(toString()).length();
  }

  /** Both hold. */
  public ODataFilter and(ODataFilter other) {
    return new ODataFilter(
        spelling -> grouped(spelling) + " and " + other.grouped(spelling),
        false,
        terms + other.terms);
  }

  /** One of the two holds. */
  public ODataFilter or(ODataFilter other) {
    return new ODataFilter(
        spelling -> expression.apply(spelling) + " or " + other.expression.apply(spelling),
        true,
        terms + other.terms);
  }

  private String grouped(UnaryOperator<String> spelling) {
    String text = expression.apply(spelling);
    return alternatives ? "(" + text + ")" : text;
  }

  /** As OData writes it, not yet encoded for an address. */
  String text(UnaryOperator<String> spelling) {
    return expression.apply(spelling);
  }

  @Override
  public String toString() {
    return text(UnaryOperator.identity());
  }
}
