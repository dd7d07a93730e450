package dev.garrison.manifest.notification;

/** What somebody may want to be told. */
public enum NoticeKind {
  /** A job failed, or a part of it. */
  FAILURE("failure"),
  /** A ring is halted. */
  HALT("halt"),
  /** A ring or a job does not get on. */
  STALL("stall"),
  /** Something is not as the manifest says. */
  DRIFT("drift"),
  /** Something runs out. */
  EXPIRY("expiry"),
  /** One of these is over. */
  RECOVERY("recovery");

  private final String word;

  NoticeKind(String word) {
    this.word = word;
  }

  /** As the manifest spells it. */
  public String word() {
    return word;
  }
}
