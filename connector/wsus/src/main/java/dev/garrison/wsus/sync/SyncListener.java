package dev.garrison.wsus.sync;

import dev.garrison.manifest.wsus.WsusServer;

/** Hears what happens while synchronisations run. Called by several threads. */
public interface SyncListener {
  /**
   * A synchronisation is under way.
   *
   * @param ours whether Garrison started it
   */
  void begun(WsusServer server, boolean ours);

  /**
   * It goes on.
   *
   * @param progress such as {@code 3 of 4 updates}
   */
  void goesOn(WsusServer server, String progress);

  /** Nothing more will be done with this server. */
  void ended(WsusServer server, SyncOutcome outcome);
}
