package dev.garrison.catalog.declinepolicy;

/** Reason why an update is not declined. */
public enum KeepReason {
  /** Another KB or another product. */
  NOT_OURS,
  UNPARSEABLE_TITLE,
  /** A family or channel that was not requested. */
  OTHER_LINE,
  NOT_LATEST_REVISION,
  ALREADY_DECLINED,
  /** Withdrawn by its publisher, but not superseded. */
  EXPIRED_ONLY,
  NOT_SUPERSEDED,
  /**
   * The server reports it as superseded, but no update of the KB on the server names it as
   * superseded.
   */
  SUPERSEDER_UNKNOWN,
  SUPERSEDER_OF_OTHER_LINE,
  /** Versions and supersedence disagree. */
  DISAGREEMENT,
  /** The superseder is expired, declined, a part of another update, or not its latest revision. */
  SUPERSEDER_NOT_IN_FORCE,
  SUPERSEDER_NOT_DOWNLOADED,
  /** The superseder is not surely installed in a group that may install the update. */
  SUPERSEDER_NOT_APPROVED,
  WITHIN_GRACE,
  NOBODY_REPORTED,
  STATE_UNKNOWN,
  /** A computer that the update is applicable to would get neither it nor the superseder. */
  STILL_NEEDED
}
