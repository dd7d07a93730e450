package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.Fields;
import dev.garrison.xml.XmlElement;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Event in the synchronization history.
 *
 * @param instance the event's own ID, which no other event has
 * @param id {@code WsusEventId}: 381 and 382 start a synchronization, 384 is its success, 386 its
 *     failure, 387 its cancellation by a person; a public client uses 385 for that
 * @param at time on the server's clock
 * @param reason why, where the server reports it; servers patched since <a
 *     href="https://support.microsoft.com/help/5070881">October 2025</a> no longer do
 */
public record SyncEvent(UUID instance, int id, Instant at, Optional<String> reason) {
  private static final int LONGEST_REASON = 300;
  private static final String WHO = "Administrator=";

  public static final int SUCCEEDED = 384;
  public static final int FAILED = 386;
  private static final int CANCELLED = 387;
  private static final int PERHAPS_CANCELLED = 385;

  /** Events that end a synchronization. */
  public static final List<Integer> ENDINGS =
      List.of(SUCCEEDED, FAILED, CANCELLED, PERHAPS_CANCELLED);

  /** Checks whether a person canceled the synchronization. */
  public boolean isCancelled() {
    return id == CANCELLED || id == PERHAPS_CANCELLED;
  }

  /** Time of the latest successful end among these events. */
  public static Optional<Instant> lastSuccess(Collection<SyncEvent> endings) {
    return endings.stream()
        .filter(event -> event.id == SUCCEEDED)
        .map(SyncEvent::at)
        .max(Comparator.naturalOrder());
  }

  /** The latest of these events. */
  public static Optional<SyncEvent> latest(Stream<SyncEvent> events) {
    return events.max(Comparator.comparing(SyncEvent::at));
  }

  /** The latest end among these events, if it is a failure; a cancellation is none. */
  public static Optional<SyncEvent> lastFailure(Collection<SyncEvent> endings) {
    return latest(endings.stream()).filter(event -> event.id == FAILED);
  }

  /** Reads one row of the history. */
  public static SyncEvent of(XmlElement row) {
    Fields fields = new Fields(row);
    return new SyncEvent(
        fields.id("EventInstanceId"),
        fields.number("EventId"),
        fields.time("TimeAtServer"),
        reason(row));
  }

  /**
   * First line of the first text that does not name the administrator. The lines after it say where
   * in the server's program it happened.
   */
  private static Optional<String> reason(XmlElement row) {
    return row.child("ReplacementStrings").stream()
        .flatMap(list -> list.children().stream())
        .map(XmlElement::text)
        .filter(text -> !text.startsWith(WHO))
        .flatMap(text -> withoutKey(text).lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(line -> line.substring(0, Math.min(line.length(), LONGEST_REASON)));
  }

  /** Removes the key: texts have the form {@code Key=value}, or only the value. */
  private static String withoutKey(String text) {
    int equals = text.indexOf('=');
    boolean hasKey = equals > 0 && text.chars().limit(equals).allMatch(Character::isLetterOrDigit);
    return hasKey ? text.substring(equals + 1) : text;
  }
}
