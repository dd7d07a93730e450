package dev.garrison.wsus.sync;

import dev.garrison.manifest.wsus.WsusServer;

/** Listener for running synchronizations. Called by several threads. */
public interface SyncListener {
  /**
   * Reports a running synchronization.
   *
   * @param ours whether Garrison started it
   */
  void begun(WsusServer server, boolean ours);

  /**
   * Reports progress.
   *
   * @param progress such as {@code 3 of 4 updates}
   */
  void goesOn(WsusServer server, String progress);

  /** Reports the outcome; nothing more is done with this server. */
  void ended(WsusServer server, SyncOutcome outcome);
}
