package dev.garrison.lab.wsus.state;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of a server's history.
 *
 * @param number WsusEventId
 * @param severity 1 error, 4 information
 */
public record SyncEvent(UUID id, int number, Instant at, int severity, String text) {
  /** A synchronisation was started by hand. */
  public static final int STARTED_BY_HAND = 382;

  /** A synchronisation was started by the schedule. */
  public static final int STARTED_BY_SCHEDULE = 381;

  /** A synchronisation ended well. */
  public static final int SUCCEEDED = 384;

  /** A synchronisation failed. */
  public static final int FAILED = 386;

  /** The subscription was changed. */
  public static final int SUBSCRIPTION_MODIFIED = 389;
}
