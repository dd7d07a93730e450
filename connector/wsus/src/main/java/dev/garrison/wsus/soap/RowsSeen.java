package dev.garrison.wsus.soap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Column types of one server's rows, and the rows that could not be understood. No publication
 * documents the types. Safe for use by several threads.
 */
public final class RowsSeen {
  private final SortedMap<String, List<SortedSet<String>>> types = new TreeMap<>();
  private final SortedSet<String> leftOut = new TreeSet<>();

  synchronized void type(Class<?> columns, int column, String type) {
    List<SortedSet<String>> known = types.computeIfAbsent(name(columns), _ -> new ArrayList<>());
    while (known.size() <= column) {
      known.add(new TreeSet<>());
    }
    known.get(column).add(type);
  }

  synchronized void leftOut(Class<?> columns, String why) {
    leftOut.add(name(columns) + ": " + why);
  }

  /** Name in words, such as {@code category title}. */
  private static String name(Class<?> columns) {
    StringBuilder words = new StringBuilder();
    for (char each : columns.getSimpleName().toCharArray()) {
      if (Character.isUpperCase(each) && !words.isEmpty()) {
        words.append(' ');
      }
      words.append(each);
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Column types by kind of row, one word for each column in order. A word is the column's type,
   * {@code nil} where it was empty, or several of them joined by a bar.
   */
  public synchronized SortedMap<String, String> types() {
    SortedMap<String, String> words = new TreeMap<>();
    types.forEach((kind, columns) ->
        words.put(
            kind, String.join(" ", columns.stream().map(all -> String.join("|", all)).toList())));
    return words;
  }

  /** Reasons why rows were left out, each once. */
  public synchronized SortedSet<String> leftOut() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
  }
}
