package dev.garrison.lab.wsus.state;

/** Availability of an update's files on this server; the numbers are those of UpdateState. */
public enum ContentState {
  /** Not approved, so its files are not fetched. */
  NOT_NEEDED(3),
  /** Its files are under way. */
  NOT_READY(4),
  /** Its files are here. */
  READY(5),
  /** Its files could not be fetched. */
  FAILED(7);

  private final int number;

  ContentState(int number) {
    this.number = number;
  }

  /** The number on the wire. */
  public int number() {
    return number;
  }
}
