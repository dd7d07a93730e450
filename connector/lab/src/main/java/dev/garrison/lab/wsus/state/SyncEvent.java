package dev.garrison.lab.wsus.state;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event in a server's history.
 *
 * @param number WsusEventId
 * @param severity 1 error, 4 information
 * @param text its template
 * @param replacements values for the template, each as {@code Key=value}
 */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "proxb/PoshWSUS, Libraries (run against the lab)",
    says =
        "WSUS: events of a synchronization have the state 323, 324 or 325 and"
            + " replacement strings such as Administrator=name. The meaning of the states,"
            + " start (323), success (324), and failure or cancellation (325), and the key"
            + " Reason, are inferred.")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "proxb/PoshWSUS, Libraries (run against the lab)",
    says =
        "WSUS: MiscData of these events has Administrator=name, that of a failure also F=, S= and"
            + " T=. The name without a person and the three values are inferred.")
public record SyncEvent(
    UUID id, int number, Instant at, int severity, String text, List<String> replacements) {
  private static final String ADMINISTRATOR = "Administrator=";
  private static final int BEGUN = 323;
  private static final int DONE = 324;
  private static final int NOT_DONE = 325;

  /** A synchronization was started manually. */
  public static final int STARTED_BY_HAND = 382;

  /** A synchronization was started by the schedule. */
  public static final int STARTED_BY_SCHEDULE = 381;

  /** A synchronization succeeded. */
  public static final int SUCCEEDED = 384;

  /** A synchronization failed. */
  public static final int FAILED = 386;

  /** An administrator canceled a synchronization. */
  public static final int CANCELLED = 387;

  /** The subscription was changed. */
  public static final int SUBSCRIPTION_MODIFIED = 389;

  public SyncEvent {
    replacements = List.copyOf(replacements);
  }

  /** Further data, each as {@code Key=value}; Microsoft's client looks for these keys. */
  public List<String> data() {
    String administrator =
        replacements.stream()
            .filter(each -> each.startsWith(ADMINISTRATOR))
            .findFirst()
            .orElse(ADMINISTRATOR + "NT AUTHORITY\\NETWORK SERVICE");
    return number == FAILED ? List.of(administrator, "F=0", "S=0", "T=0") : List.of(administrator);
  }

  /** State as rows number it: begun, done, or not done. */
  public int state() {
    return switch (number) {
      case STARTED_BY_HAND, STARTED_BY_SCHEDULE -> BEGUN;
      case FAILED, CANCELLED -> NOT_DONE;
      default -> DONE;
    };
  }
}
