package dev.garrison.mecm.odata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
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

  /** Ten for each of 300,000 devices. */
  private static final int MOST_ROWS = 3_000_000;

  private final String className;
  private final List<String> keys;
  private final List<String> selected;
  private final List<String> options;
  private final int mostRows;

  private ODataQuery(
      String className,
      List<String> keys,
      List<String> selected,
      List<String> options,
      int mostRows) {
    this.className = className;
    this.keys = keys;
    this.selected = selected;
    this.options = options;
    this.mostRows = mostRows;
  }

  /** All rows and all properties of the class. */
  public static ODataQuery of(String className) {
    return new ODataQuery(ODataText.name(className), List.of(), List.of(), List.of(), MOST_ROWS);
  }

  /** Names the key properties of the class, all of them. */
  public ODataQuery keys(String... properties) {
    return new ODataQuery(className, names(properties), selected, options, mostRows);
  }

  /** Reads only these properties, and the key properties. */
  public ODataQuery select(String... properties) {
    return new ODataQuery(className, keys, names(properties), options, mostRows);
  }

  /** Reads only rows for which this holds. */
  public ODataQuery where(ODataFilter filter) {
    return with("$filter=" + ODataText.encodeQuery(filter.toString()));
  }

  /** Ascending by this property. */
  public ODataQuery orderBy(String property) {
    return with("$orderby=" + ODataText.name(property));
  }

  /** At most so many rows. */
  public ODataQuery top(int rows) {
    return with("$top=" + positive(rows));
  }

  /** Leaves out the first rows; needs an order to mean anything. */
  public ODataQuery skip(int rows) {
    return with("$skip=" + positive(rows));
  }

  /**
   * Reads no more rows than this, and fails where there are more. Unlike {@link #top} the service
   * does not hear of it.
   */
  public ODataQuery mostRows(int rows) {
    return new ODataQuery(className, keys, selected, options, positive(rows));
  }

  /** How many rows may come before reading fails. */
  public int mostRows() {
    return mostRows;
  }

  /** What it needs a site to offer: the class, and each property as {@code Class.Property}. */
  public SequencedSet<String> members() {
    SequencedSet<String> members = new LinkedHashSet<>();
    members.add(className);
    Stream.concat(keys.stream(), selected.stream())
        .map(property -> className + "." + property)
        .forEach(members::add);
    return members;
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
  public String address() {
    if (!selected.isEmpty() && keys.isEmpty()) {
      throw new IllegalStateException(
          "a selection on " + className + " needs its key properties, or equal rows are dropped");
    }
    String query = Stream.concat(selection(), options.stream()).collect(Collectors.joining("&"));
    String address = query.isEmpty() ? className : className + "?" + query;
    if (address.length() > LONGEST) {
      throw new IllegalStateException(
          "the query on " + className + " is longer than servers accept: " + address.length());
    }
    return address;
  }

  private Stream<String> selection() {
    SequencedSet<String> properties = new LinkedHashSet<>(keys);
    properties.addAll(selected);
    return selected.isEmpty() ? Stream.of() : Stream.of("$select=" + String.join(",", properties));
  }

  private ODataQuery with(String option) {
    String name = option.substring(0, option.indexOf('=') + 1);
    if (options.stream().anyMatch(present -> present.startsWith(name))) {
      throw new IllegalStateException(name + " is given twice on " + className);
    }
    List<String> more = new ArrayList<>(options);
    more.add(option);
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
    return address();
  }
}
