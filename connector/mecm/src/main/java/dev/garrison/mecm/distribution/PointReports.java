package dev.garrison.mecm.distribution;

import dev.garrison.mecm.odata.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reports of distribution points about applications. A point may have several reports of one
 * application, and still reports success with the previous content while new content is being sent:
 * one report of each point counts, its latest, and success only with the version that is needed.
 */
final class PointReports {
  private static final long SUCCESS = 1;
  private static final long IN_PROGRESS = 2;

  private record Key(String application, String group) {}

  /**
   * Latest report of a distribution point.
   *
   * @param state MessageState; in progress if success is reported for an earlier version
   * @param message MessageID; 0 where the site shows none
   */
  record Report(long state, long message, Instant time) {
    /** The later one; if both have the same time, the one that is not success. */
    Report or(Report other) {
      int order = time.compareTo(other.time);
      return order == 0 ? (state == SUCCESS ? other : this) : order > 0 ? this : other;
    }
  }

  private final Map<Key, Map<String, Report>> reports = new HashMap<>();
  private final Map<String, Map<String, Long>> versions = new HashMap<>();

  /** Adds a row of SMS_DPGroupDistributionStatusDetails. */
  void status(Row row) {
    reports
        .computeIfAbsent(
            new Key(row.textKey("ObjectID"), row.textKey("GroupID")), _ -> new HashMap<>())
        .merge(
            point(row.textKey("DPName")),
            new Report(
                row.number("MessageState", 0),
                row.number("MessageID", 0),
                row.time("StatusTime").orElse(Instant.EPOCH)),
            Report::or);
  }

  /** Adds a row of SMS_PackageStatusDistPointsSummarizer. */
  void version(Row row) {
    versions
        .computeIfAbsent(row.textKey("PackageID"), _ -> new HashMap<>())
        .merge(point(row.textKey("ServerNALPath")), row.number("SourceVersion", 0), Math::min);
  }

  /**
   * The report of each distribution point of a group, by the point's name.
   *
   * @param needed the version of the package that a point must have; empty while the site has not
   *     made one with the content
   */
  SortedMap<String, Report> of(
      String application, String group, String packageId, OptionalLong needed) {
    Map<String, Long> there = versions.getOrDefault(packageId, Map.of());
    SortedMap<String, Report> result = new TreeMap<>();
    reports
        .getOrDefault(new Key(application, group), Map.of())
        .forEach((point, report) -> {
          boolean current =
              needed.isPresent() && there.getOrDefault(point, -1L) >= needed.getAsLong();
          result.put(
              point,
              report.state() == SUCCESS && !current
                  ? new Report(IN_PROGRESS, report.message(), report.time())
                  : report);
        });
    return result;
  }

  /**
   * The server's own name, in lower case and without its domain. One class sends it alone, the
   * other in a path such as {@code
   * ["Display=\\dp01.corp.example\"]MSWNET:["SMS_SITE=PS1"]\\dp01.corp.example\}.
   */
  private static String point(String text) {
    String bare = text;
    while (bare.endsWith("\\")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    String name = bare.substring(bare.lastIndexOf('\\') + 1);
    int dot = name.indexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
  }
}
