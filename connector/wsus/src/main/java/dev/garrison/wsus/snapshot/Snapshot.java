package dev.garrison.wsus.snapshot;

import java.util.Iterator;

/**
 * What one server has, whether it is asked now or was written to a file. Updates come one by one in
 * the order of their ids, and only once.
 */
public interface Snapshot extends AutoCloseable {
  SnapshotHead head();

  /**
   * Its updates.
   *
   * @throws dev.garrison.diagnostic.RefusalException from {@code hasNext} and {@code next}, if a
   *     file is no snapshot from here on
   */
  Iterator<SnapshotUpdate> updates();

  @Override
  void close();
}
