package dev.garrison.mecm.distribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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

  /** The remedy for every failure. */
  public static final String REMEDY =
      "Repair the distribution point, then redistribute the content: Monitoring > Distribution Status > Content Status. distmgr.log on the site server has the cause.";

  public PointFailures {
    points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
  }

  /** All failures as a clause, with equal errors together. */
  public String words() {
    TreeMap<String, List<String>> byError = new TreeMap<>();
    points.forEach((point, message) ->
        byError.computeIfAbsent(error(message), _ -> new ArrayList<>()).add(point));
    List<String> words = new ArrayList<>();
    byError.forEach((error, names) -> words.add(listed(names) + error));
    return "%d of %d distribution points of %s failed: %s"
        .formatted(
            points.size(), Math.max(members, points.size()), group, String.join("; ", words));
  }

  private static String listed(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() <= MOST_NAMES
        ? first
        : "%s + %d more".formatted(first, names.size() - MOST_NAMES);
  }

  /**
   * The console's words for a status message, as public scripts list them. Microsoft documents the
   * property, not its values.
   */
  private static String error(long message) {
    return switch ((int) message) {
      case 0 -> "";
      case 2302 -> " (Distribution Manager failed to process the package)";
      case 2323 -> " (failed to initialize the network abstraction layer)";
      case 2324 -> " (failed to access or create the content share)";
      case 2354 -> " (failed to validate the content status file)";
      case 2370 -> " (failed to install the distribution point)";
      case 2382 -> " (content hash is invalid)";
      case 2383 -> " (failed to validate the content hash)";
      case 2391 -> " (failed to connect to the remote distribution point)";
      case 8203, 8211 -> " (failed to update the package)";
      default -> String.format(Locale.ROOT, " (status message %d)", message);
    };
  }
}
