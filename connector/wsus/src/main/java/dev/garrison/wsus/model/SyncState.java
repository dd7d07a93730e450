package dev.garrison.wsus.model;

import java.util.Arrays;

/** State of a server's synchronization ({@code SubscriptionInternalState}). */
public enum SyncState {
  NOT_RUNNING(1, false),
  RUN_REQUESTED(2, true),
  WORKING(3, true),
  FAILED(4, false),
  CANCEL_REQUESTED(5, true),
  /** Number that Garrison does not know; a synchronization may be running. */
  UNKNOWN(-1, true);

  private final int number;
  private final boolean running;

  SyncState(int number, boolean running) {
    this.number = number;
    this.running = running;
  }

  /** Checks whether a synchronization runs, or may run, so that no other can start. */
  public boolean isRunning() {
    return running;
  }

  /** Returns the state with this number on the wire. */
  public static SyncState of(int number) {
    return Arrays.stream(values())
        .filter(state -> state.number == number)
        .findFirst()
        .orElse(UNKNOWN);
  }
}
