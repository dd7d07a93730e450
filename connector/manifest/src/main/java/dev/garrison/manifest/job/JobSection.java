package dev.garrison.manifest.job;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Schedule and permissions of one job.
 *
 * @param autoApply the kinds of change that the job makes automatically once it is enabled; empty:
 *     none
 * @param window the hours in which it may write; empty: at any time
 */
public record JobSection(
    JobKind kind, Rhythm rhythm, Set<ChangeKind> autoApply, Optional<WriteWindow> window) {
  public JobSection {
    Set<ChangeKind> ordered = EnumSet.noneOf(ChangeKind.class);
    ordered.addAll(autoApply);
    autoApply = Collections.unmodifiableSet(ordered);
  }
}
