package dev.garrison.mecm.odata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list query on one class. Immutable: each step gives a new query.
 *
 * <p>Option names keep their dollar sign and blanks are sent as %20, because newer sites refuse the
 * encoded forms (CharlesNRU/mdm-adminservice, issue 3). A selection always carries the key
 * properties: without them rows that become equal are dropped (MicrosoftDocs/SCCMdocs, issue 1735).
 */
public final class ODataQuery {
  private static final int LONGEST = 8 * 1024;

  /** Default for the most rows: ten for each of 300,000 devices. */
  private static final int MOST_ROWS = 3_000_000;

  private final String className;
  private final List<String> keys;
  private final List<String> selected;
  private final List<Option> options;
  private final int mostRows;

  /**
   * @param name with its dollar sign
   * @param value function from the spelling of properties to the encoded text
   */
  private record Option(String name, Function<UnaryOperator<String>, String> value) {
    String text(UnaryOperator<String> spelling) {
      return name + "=" + value.apply(spelling);
    }
  }

  private ODataQuery(
      String className,
      List<String> keys,
      List<String> selected,
      List<Option> options,
      int mostRows) {
    this.className = className;
    this.keys = keys;
    this.selected = selected;
    this.options = options;
    this.mostRows = mostRows;
  }

  /** Queries all rows and all properties of the class. */
  public static ODataQuery of(String className) {
    return new ODataQuery(ODataText.name(className), List.of(), List.of(), List.of(), MOST_ROWS);
  }

  /** Sets the key properties of the class, all of them. */
  public ODataQuery keys(String... properties) {
    return new ODataQuery(className, names(properties), selected, options, mostRows);
  }

  /** Reads only these properties, and the key properties. */
  public ODataQuery select(String... properties) {
    return new ODataQuery(className, keys, names(properties), options, mostRows);
  }

  /** Reads these properties too, after those that are selected. */
  public ODataQuery also(String... properties) {
    return new ODataQuery(
        className,
        keys,
        Stream.concat(selected.stream(), names(properties).stream()).toList(),
        options,
        mostRows);
  }

  /** Reads only rows that meet this condition. */
  public ODataQuery where(ODataFilter filter) {
    return with("$filter", spelling -> ODataText.encodeQuery(filter.text(spelling)));
  }

  /** Reads at most this number of rows. */
  public ODataQuery top(int rows) {
    String number = String.valueOf(positive(rows));
    return with("$top", _ -> number);
  }

  /**
   * Reads no more rows than this, and fails if there are more. Unlike {@link #top}, the limit is
   * not sent to the service.
   */
  public ODataQuery mostRows(int rows) {
    return new ODataQuery(className, keys, selected, options, positive(rows));
  }

  /** Number of rows that may be read before reading fails. */
  public int mostRows() {
    return mostRows;
  }

  /** Members that a site must offer: the class, and each property as {@code Class.Property}. */
  public SequencedSet<String> members() {
    SequencedSet<String> members = new LinkedHashSet<>();
    members.add(className);
    Stream.concat(keys.stream(), selected.stream())
        .map(property -> className + "." + property)
        .forEach(members::add);
    return members;
  }

  /**
   * Checks that an object of an answer has each key property. The value may be null, because some
   * classes join properties that an object does not have.
   *
   * @throws KeyMissingException if one is missing
   */
  public void requireKeys(Row row) {
    for (String key : keys) {
      if (row.lacks(key)) {
        throw KeyMissingException.of(this, key);
      }
    }
  }

  /** The class that is read. */
  public String className() {
    return className;
  }

  /**
   * The query as it is sent, relative to the route of the classes.
   *
   * @throws IllegalStateException if it selects properties and the keys are not named, or if it is
   *     longer than servers accept
   */
  public String address(Spelling spelling) {
    if (!selected.isEmpty() && keys.isEmpty()) {
      throw new IllegalStateException(
          "a selection on " + className + " needs its key properties, or equal rows are dropped");
    }
    UnaryOperator<String> spelled = property -> spelling.of(className, property);
    String query =
        Stream.concat(selection(spelled), options.stream().map(option -> option.text(spelled)))
            .collect(Collectors.joining("&"));
    String address = query.isEmpty() ? className : className + "?" + query;
    if (address.length() > LONGEST) {
      throw new IllegalStateException(
          "the query on " + className + " is longer than servers accept: " + address.length());
    }
    return address;
  }

  private Stream<String> selection(UnaryOperator<String> spelling) {
    return selected.isEmpty()
        ? Stream.of()
        : Stream.of(
            Stream.concat(keys.stream(), selected.stream())
                .map(spelling)
                .distinct()
                .collect(Collectors.joining(",", "$select=", "")));
  }

  private ODataQuery with(String name, Function<UnaryOperator<String>, String> value) {
    if (options.stream().anyMatch(present -> present.name().equals(name))) {
      throw new IllegalStateException(name + " is given twice on " + className);
    }
    List<Option> more = new ArrayList<>(options);
    more.add(new Option(name, value));
    return new ODataQuery(className, keys, selected, List.copyOf(more), mostRows);
  }

  private static List<String> names(String... properties) {
    return Stream.of(properties).map(ODataText::name).toList();
  }

  private static int positive(int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("not a number of rows: " + rows);
    }
    return rows;
  }

  @Override
  public String toString() {
    return address(Spelling.OURS);
  }
}
