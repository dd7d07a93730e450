package dev.garrison.content.version;

import dev.garrison.language.Text;
import java.util.List;
import java.util.Optional;

/** State of a version folder. Only {@link Complete} may be given to a reader. */
public sealed interface VersionState {
  /** There is no such folder. */
  record Missing() implements VersionState {}

  /**
   * Written by Garrison, but without a marker: publication or removal was interrupted.
   *
   * @param intended the planned content, if it had been recorded
   * @param names the files there, without Garrison's own bookkeeping
   */
  record Incomplete(Optional<VersionMarker> intended, List<String> names) implements VersionState {
    public Incomplete {
      names = List.copyOf(names);
    }
  }

  /** Published completely; the files have the names and sizes of the marker. */
  record Complete(VersionMarker marker) implements VersionState {}

  /**
   * Published completely and changed since.
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
   * Not written by Garrison.
   *
   * @param names the files there
   */
  record Foreign(List<String> names) implements VersionState {
    public Foreign {
      names = List.copyOf(names);
    }
  }

  /**
   * The marker cannot be understood.
   *
   * @param why the reason, without a full stop
   */
  record Unreadable(Text why) implements VersionState {}
}
