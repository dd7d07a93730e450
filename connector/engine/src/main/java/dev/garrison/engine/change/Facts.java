package dev.garrison.engine.change;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A record as a list of paths and values. Objects are compared, fingerprinted and shown only in
 * this form. A nested record extends the path; a list is numbered from 1; a set gives one value for
 * each element, so that order never makes a difference; an empty {@link Optional} is absent.
 *
 * @param values sorted by path
 */
public record Facts(SortedMap<String, String> values) {
  public Facts {
    values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** The facts of a record. */
  public static Facts of(Record value) {
    SortedMap<String, String> values = new TreeMap<>();
    lay(values, "", value);
    return new Facts(values);
  }

  /** No facts, for an object that does not exist. */
  public static Facts none() {
    return new Facts(new TreeMap<>());
  }

  /** Differences that turn {@code before} into {@code after}, sorted by path. */
  public static List<Difference> between(Facts before, Facts after) {
    SortedSet<String> paths = new TreeSet<>(before.values.keySet());
    paths.addAll(after.values.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String path : paths) {
      Optional<String> old = Optional.ofNullable(before.values.get(path));
      Optional<String> wanted = Optional.ofNullable(after.values.get(path));
      if (!old.equals(wanted)) {
        differences.add(new Difference(path, old, wanted));
      }
    }
    return differences;
  }

  /** Text with one line per fact, in a form that is the same in every run. */
  public String canonical() {
    return values.entrySet().stream()
        .map(fact ->
            fact.getKey() + "=" + fact.getValue().replace("\\", "\\\\").replace("\n", "\\n"))
        .collect(Collectors.joining("\n"));
  }

  private static void lay(SortedMap<String, String> values, String path, Object value) {
    switch (value) {
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          lay(
              values,
              path.isEmpty() ? component.getName() : path + "." + component.getName(),
              read(record, component));
        }
      }
      case Optional<?> optional -> optional.ifPresent(inner -> lay(values, path, inner));
      case Set<?> set ->
          set.forEach(element -> values.put(path + "{" + text(element) + "}", "present"));
      case Map<?, ?> map -> map.forEach((key, inner) -> lay(values, path + "[" + key + "]", inner));
      case Collection<?> list -> {
        int index = 1;
        for (Object element : list) {
          lay(values, path + "[" + index++ + "]", element);
        }
      }
      default -> values.put(path, value.toString());
    }
  }

  private static String text(Object element) {
    if (element instanceof Record record) {
      return of(record).values.entrySet().stream()
          .map(fact -> fact.getKey() + "=" + fact.getValue())
          .collect(Collectors.joining(", "));
    }
    return element.toString();
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          "cannot read " + record.getClass().getName() + "." + component.getName(), e);
    }
  }
}
