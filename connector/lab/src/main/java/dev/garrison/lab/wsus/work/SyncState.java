package dev.garrison.lab.wsus.work;

/** State of a synchronization; the numbers are those of SubscriptionInternalState. */
public enum SyncState {
  /** No synchronization runs. */
  NOT_RUNNING(1),
  /** A synchronization was requested. */
  RUN_REQUESTED(2),
  /** A synchronization runs. */
  WORKING(3),
  /** The last synchronization failed. */
  FAILED(4);

  private final int number;

  SyncState(int number) {
    this.number = number;
  }

  /** Number on the wire. */
  public int number() {
    return number;
  }
}
