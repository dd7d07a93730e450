package dev.garrison.mecm.distribution;

import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Distribution points of one group that did not take an application's content, in words.
 *
 * @param group its name
 * @param members number of distribution points in the group
 * @param points MessageID of each point's report, by the point's name; 0 where the site shows none
 */
public record PointFailures(String group, long members, SortedMap<String, Long> points) {
  private static final int MOST_NAMES = 5;
  private static final Text NONE = Text.verbatim("");

  public PointFailures {
    points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
  }

  /** The remedy for every failure. */
  public static String remedy() {
    return Text.of("point-failure.remedy").toString();
  }

  /** All failures as a clause, with equal errors together. */
  public String words() {
    TreeMap<Long, List<String>> byError = new TreeMap<>();
    points.forEach((point, message) ->
        byError
            .computeIfAbsent(message == 8211 ? 8203 : message, _ -> new ArrayList<>())
            .add(point));
    Text words =
        byError.entrySet().stream()
            .sorted(Comparator.comparing(each -> error(each.getKey(), NONE).toString()))
            .map(each -> error(each.getKey(), listed(each.getValue())))
            .reduce((first, next) -> Text.of("point-failure.also", "first", first, "next", next))
            .orElse(NONE);
    return Text.of(
            "point-failure.failed",
            "failed",
            points.size(),
            "members",
            Math.max(members, points.size()),
            "group",
            group,
            "points",
            words)
        .toString();
  }

  private static Text listed(List<String> names) {
    Text first =
        Text.verbatim(String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))));
    return names.size() <= MOST_NAMES
        ? first
        : Text.of("point-failure.more", "points", first, "count", names.size() - MOST_NAMES);
  }

  /**
   * The console's words for a status message, as public scripts list them. Microsoft documents the
   * property, not its values.
   */
  private static Text error(long message, Text points) {
    return switch ((int) message) {
      case 0 -> points;
      case 2302 -> Text.of("point-failure.not-processed", "points", points);
      case 2323 -> Text.of("point-failure.no-network", "points", points);
      case 2324 -> Text.of("point-failure.no-share", "points", points);
      case 2354 -> Text.of("point-failure.no-status-file", "points", points);
      case 2370 -> Text.of("point-failure.not-installed", "points", points);
      case 2382 -> Text.of("point-failure.hash-wrong", "points", points);
      case 2383 -> Text.of("point-failure.hash-not-validated", "points", points);
      case 2391 -> Text.of("point-failure.not-reached", "points", points);
      case 8203, 8211 -> Text.of("point-failure.not-updated", "points", points);
      default ->
          Text.of(
              "point-failure.status-message", "points", points, "number", String.valueOf(message));
    };
  }
}
