package dev.garrison.content.version;

import java.util.List;
import java.util.Optional;

/** What a look at a version folder shows. Only {@link Complete} may be given to a reader. */
public sealed interface VersionState {
  /** There is no such folder. */
  record Missing() implements VersionState {}

  /**
   * Ours, but without a marker: publishing or removing was interrupted.
   *
   * @param intended what it was to hold, when that had been written down
   * @param names what lies there besides our own bookkeeping
   */
  record Incomplete(Optional<VersionMarker> intended, List<String> names) implements VersionState {
    public Incomplete {
      names = List.copyOf(names);
    }
  }

  /** Published whole, and what lies there has the names and sizes of the marker. */
  record Complete(VersionMarker marker) implements VersionState {}

  /**
   * Published whole and changed since.
   *
   * @param missing names of files that are gone
   * @param altered names of files that differ, or that were added
   */
  record Damaged(VersionMarker marker, List<String> missing, List<String> altered)
      implements VersionState {
    public Damaged {
      missing = List.copyOf(missing);
      altered = List.copyOf(altered);
    }
  }

  /**
   * Not made by us.
   *
   * @param names what lies there
   */
  record Foreign(List<String> names) implements VersionState {
    public Foreign {
      names = List.copyOf(names);
    }
  }

  /**
   * There is a marker that cannot be understood.
   *
   * @param why in words
   */
  record Unreadable(String why) implements VersionState {}
}
