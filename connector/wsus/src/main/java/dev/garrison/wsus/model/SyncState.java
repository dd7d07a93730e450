package dev.garrison.wsus.model;

import java.util.Arrays;

/** Whether a synchronisation runs ({@code SubscriptionInternalState}). */
public enum SyncState {
  NOT_RUNNING(1, false),
  RUN_REQUESTED(2, true),
  WORKING(3, true),
  FAILED(4, false),
  CANCEL_REQUESTED(5, true),
  /** A number that Garrison does not know: something may be going on. */
  UNKNOWN(-1, true);

  private final int number;
  private final boolean running;

  SyncState(int number, boolean running) {
    this.number = number;
    this.running = running;
  }

  /** Whether nothing else may be begun. */
  public boolean isRunning() {
    return running;
  }

  /** By its number on the wire. */
  public static SyncState of(int number) {
    return Arrays.stream(values())
        .filter(state -> state.number == number)
        .findFirst()
        .orElse(UNKNOWN);
  }
}
