package dev.garrison.cli.catalog;

import dev.garrison.wsus.snapshot.CatalogDifference;
import dev.garrison.wsus.snapshot.SnapshotHead;

/** Prints the differences of a comparison while they are found. */
interface CatalogListener {
  void begin(SnapshotHead first, SnapshotHead second);

  void differs(CatalogDifference difference);

  /** Ends the output, and returns whether there was a difference. */
  boolean end();
}
