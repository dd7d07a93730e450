package dev.garrison.cli.catalog;

import dev.garrison.wsus.snapshot.CatalogDifference;
import dev.garrison.wsus.snapshot.SnapshotHead;

/** Prints what a comparison finds, while it finds it. */
interface CatalogListener {
  void begin(SnapshotHead first, SnapshotHead second);

  void differs(CatalogDifference difference);

  /** Whether there was a difference. */
  boolean end();
}
