package dev.garrison.lab.adminservice.content;

import dev.garrison.lab.adminservice.digest.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Content of one application and its distribution. Immutable: each change creates a new instance.
 *
 * @param sourceVersion rises when the content id changes
 * @param groups ids of the groups it was sent to
 * @param points state by distribution point name; a distribution point without a state has not
 *     reported yet
 */
record ContentPackage(
    String packageId,
    String modelName,
    String name,
    Digest.Content content,
    int sourceVersion,
    Instant visibleFrom,
    List<String> groups,
    Map<String, PointState> points) {
  ContentPackage {
    groups = List.copyOf(groups);
    points = new TreeMap<>(points);
  }

  /** Values of MessageState in the status classes. */
  enum Progress {
    SUCCESS(1, 0x40000000L),
    IN_PROGRESS(2, 0x40000000L),
    ERROR(3, 0xC0000000L);

    private final int state;
    private final long severity;

    Progress(int state, long severity) {
      this.state = state;
      this.severity = severity;
    }

    int state() {
      return state;
    }

    long severity() {
      return severity;
    }
  }

  /**
   * Last report of a distribution point, with the source version that it is about.
   *
   * @param began start of the transfer that this report ended; the report of the start stays
   *     alongside
   */
  record PointState(Progress progress, int sourceVersion, Instant when, Optional<Instant> began) {}

  ContentPackage with(List<String> newGroups, Map<String, PointState> newPoints) {
    return new ContentPackage(
        packageId, modelName, name, content, sourceVersion, visibleFrom, newGroups, newPoints);
  }

  ContentPackage with(String point, PointState state) {
    Map<String, PointState> changed = new TreeMap<>(points);
    changed.put(point, state);
    return with(groups, changed);
  }

  ContentPackage with(String newName, Digest.Content newContent) {
    boolean changed = !newContent.id().equals(content.id());
    return new ContentPackage(
        packageId,
        modelName,
        newName,
        newContent,
        changed ? sourceVersion + 1 : sourceVersion,
        visibleFrom,
        groups,
        points);
  }

  /** Whether the last transfer to a distribution point failed. */
  boolean failed(String point) {
    PointState state = points.get(point);
    return state != null && state.progress() == Progress.ERROR;
  }

  long count(Progress progress) {
    return points.values().stream().filter(state -> state.progress() == progress).count();
  }
}
