package dev.garrison.wsus.snapshot;

import java.util.Iterator;

/**
 * Catalog of one server, read from the server now or from a file. Updates come one by one in the
 * order of their IDs, and can be read only once.
 */
public interface Snapshot extends AutoCloseable {
  SnapshotHead head();

  /**
   * Updates of the snapshot.
   *
   * @throws dev.garrison.diagnostic.RefusalException from {@code hasNext} and {@code next}, if the
   *     rest of a file is not a valid snapshot
   */
  Iterator<SnapshotUpdate> updates();

  @Override
  void close();
}
