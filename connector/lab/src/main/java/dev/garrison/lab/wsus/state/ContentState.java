package dev.garrison.lab.wsus.state;

/** Availability of an update's files on this server; the numbers are those of UpdateState. */
public enum ContentState {
  /** Not approved, so the files are not downloaded. */
  NOT_NEEDED(3),
  /** The download of the files is in progress. */
  NOT_READY(4),
  /** The files are on this server. */
  READY(5),
  /** The download of the files failed. */
  FAILED(7);

  private final int number;

  ContentState(int number) {
    this.number = number;
  }

  /** Number on the wire. */
  public int number() {
    return number;
  }
}
