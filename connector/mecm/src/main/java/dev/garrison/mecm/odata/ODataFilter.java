package dev.garrison.mecm.odata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A condition of a query. Only operators that the administration service is known to support can be
 * written: comparisons, startswith, and, or.
 */
public final class ODataFilter {
  /** Most conditions in one query: HTTP.sys limits the request line to 16 KB by default. */
  private static final int MOST_TERMS = 50;

  /** Longest text of a condition, so that the rest of a query has its room too. */
  private static final int LONGEST = 6 * 1024;

  /** Length of the encoded word between two alternatives. */
  private static final int JOINT = ODataText.encodeQuery(" or ").length();

  /** The condition as a function from the spelling of properties to the text. */
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

  /** Condition that the property equals this text. */
  public static ODataFilter equal(String property, String value) {
    return of(property, name -> name + " eq " + ODataText.literal(value));
  }

  /** Condition that the property equals this number. */
  public static ODataFilter equal(String property, long value) {
    return of(property, name -> name + " eq " + value);
  }

  /** Condition that the property is true, or false. */
  public static ODataFilter equal(String property, boolean value) {
    return of(property, name -> name + " eq " + value);
  }

  /** Condition that the property is at least this number. */
  public static ODataFilter atLeast(String property, long value) {
    return of(property, name -> name + " ge " + value);
  }

  /** Condition that the property begins with this text. */
  public static ODataFilter startsWith(String property, String text) {
    return of(property, name -> "startswith(" + name + "," + ODataText.literal(text) + ")");
  }

  /**
   * Condition that the property is one of these texts.
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
   * Conditions that the property is one of these numbers, each short enough for its own query. The
   * smallest numbers come first; no numbers give no conditions.
   */
  public static List<ODataFilter> batches(String property, Collection<Long> values) {
    return batches(values, value -> equal(property, value));
  }

  /** The same for texts, in their order. */
  public static List<ODataFilter> batchesOfTexts(String property, Collection<String> values) {
    return batches(values, value -> equal(property, value));
  }

  /**
   * Conditions for these values, joined by "or" in batches that are short enough for one query. The
   * length counts when encoded: a letter outside ASCII takes up to twelve places.
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

  /** Condition that both are met. */
  public ODataFilter and(ODataFilter other) {
    return new ODataFilter(
        spelling -> grouped(spelling) + " and " + other.grouped(spelling),
        false,
        terms + other.terms);
  }

  /** Condition that at least one of the two is met. */
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

  /** The condition in OData's syntax, not yet encoded for an address. */
  String text(UnaryOperator<String> spelling) {
    return expression.apply(spelling);
  }

  @Override
  public String toString() {
    return text(UnaryOperator.identity());
  }
}
