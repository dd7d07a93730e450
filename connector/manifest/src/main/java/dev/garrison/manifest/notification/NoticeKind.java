package dev.garrison.manifest.notification;

import dev.garrison.diagnostic.Worded;

/** What somebody may want to be told. */
public enum NoticeKind implements Worded {
  /** A job failed, or a part of it. */
  FAILURE,
  /** A ring is halted. */
  HALT,
  /** A ring or a job does not get on. */
  STALL,
  /** Something is not as the manifest says. */
  DRIFT,
  /** Something runs out. */
  EXPIRY,
  /** One of these is over. */
  RECOVERY
}
