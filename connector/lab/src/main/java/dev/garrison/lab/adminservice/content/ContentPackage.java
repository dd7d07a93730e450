package dev.garrison.lab.adminservice.content;

import dev.garrison.lab.adminservice.digest.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The content of one application on its way. Never changed: every change makes a new one.
 *
 * @param sourceVersion rises when the content id changes
 * @param groups ids of the groups it was sent to
 * @param points state by point name; a point without one has not been heard of
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

  /** MessageState of the status classes. */
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
   * What a point last reported, for which source version.
   *
   * @param began when the transfer began that this ended; its report stays beside the last one
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

  long count(Progress progress) {
    return points.values().stream().filter(state -> state.progress() == progress).count();
  }
}
