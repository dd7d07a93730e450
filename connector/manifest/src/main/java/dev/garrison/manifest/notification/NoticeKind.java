package dev.garrison.manifest.notification;

import dev.garrison.diagnostic.Worded;

/** Kind of notification that a webhook can receive. */
public enum NoticeKind implements Worded {
  /** A job, or a part of it, failed. */
  FAILURE,
  /** A ring is halted. */
  HALT,
  /** A ring or a job makes no progress. */
  STALL,
  /** A difference from the manifest was found. */
  DRIFT,
  /** A package, a certificate or an exception expires. */
  EXPIRY,
  /** One of these conditions has ended. */
  RECOVERY
}
