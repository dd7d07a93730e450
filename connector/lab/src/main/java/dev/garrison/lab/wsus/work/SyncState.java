package dev.garrison.lab.wsus.work;

/** State of a synchronization; the numbers are those of SubscriptionInternalState. */
public enum SyncState {
  /** None runs. */
  NOT_RUNNING(1),
  /** One was asked for. */
  RUN_REQUESTED(2),
  /** One runs. */
  WORKING(3),
  /** The last one failed. */
  FAILED(4);

  private final int number;

  SyncState(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }
}
