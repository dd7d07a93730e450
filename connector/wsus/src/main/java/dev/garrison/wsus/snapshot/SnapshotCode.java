package dev.garrison.wsus.snapshot;

import dev.garrison.diagnostic.DiagnosticCode;

/** Diagnostic codes for snapshots of a catalog: 0987 to 0989. */
enum SnapshotCode implements DiagnosticCode {
  SNAPSHOT_UNREADABLE(987),
  SNAPSHOT_NOT_WRITTEN(988),
  SNAPSHOTS_OF_OTHER_ARTICLES(989);

  private final int number;

  SnapshotCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
