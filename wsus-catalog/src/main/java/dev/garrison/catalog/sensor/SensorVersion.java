package dev.garrison.catalog.sensor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Version of the EDR sensor, for example {@code 10.8760.27617.1006}. Two to four numbers, compared
 * as numbers, a missing one counting as 0. Text comparison would put 10.8047 after 10.8760.27 and
 * 10.10 before 10.9.
 */
public record SensorVersion(List<Integer> parts) implements Comparable<SensorVersion> {
  private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){1,3}");
  private static final int MOST_PARTS = 4;

  public SensorVersion {
    if (parts.size() < 2
        || parts.size() > MOST_PARTS
        || parts.stream().anyMatch(part -> part < 0)) {
      throw new IllegalArgumentException("a sensor version has two to four numbers, not " + parts);
    }
    parts = List.copyOf(parts);
  }

  /** Reads the dotted form; empty if the text has another form. */
  public static Optional<SensorVersion> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SensorVersion(Arrays.stream(text.split("\\.", -1)).map(Integer::valueOf).toList()));
  }

  /** The number at this place, 0 if the version does not give it. */
  private int part(int index) {
    return index < parts.size() ? parts.get(index) : 0;
  }

  @Override
  public int compareTo(SensorVersion other) {
    for (int index = 0; index < MOST_PARTS; index++) {
      int order = Integer.compare(part(index), other.part(index));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SensorVersion version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new int[] {part(0), part(1), part(2), part(3)});
  }

  @Override
  public String toString() {
    return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
