package dev.garrison.lab.adminservice.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A distribution point group.
 *
 * @param id GUID in braces
 */
public record PointGroup(String id, String name, List<Point> points) {
  /** A distribution point. A dead one never receives content. */
  public record Point(String name, boolean dead) {
    String nalPath(String siteCode) {
      return "[\"Display=\\\\"
          + name
          + "\\\"]MSWNET:[\"SMS_SITE="
          + siteCode
          + "\"]\\\\"
          + name
          + "\\";
    }
  }

  public PointGroup {
    points = List.copyOf(points);
  }

  /** The group with some of its points. */
  PointGroup only(Predicate<Point> which) {
    return new PointGroup(id, name, points.stream().filter(which).toList());
  }

  /**
   * Creates a group of new distribution points.
   *
   * @param dead the number of the dead one, counted from 1; 0 for none
   */
  public static PointGroup of(String name, int size, int dead) {
    String id =
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
            .toString()
            .toUpperCase(Locale.ROOT);
    String prefix = name.substring(0, Math.min(3, name.length())).toLowerCase(Locale.ROOT);
    List<Point> points =
        IntStream.rangeClosed(1, size)
            .mapToObj(number ->
                new Point(
                    String.format(Locale.ROOT, "dp-%s%02d.lab.example", prefix, number),
                    number == dead))
            .toList();
    return new PointGroup("{" + id + "}", name, points);
  }
}
