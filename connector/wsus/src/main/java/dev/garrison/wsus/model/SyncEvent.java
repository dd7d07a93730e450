package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.Fields;
import dev.garrison.xml.XmlElement;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something in the history of synchronisations.
 *
 * @param instance the event's own id, which no other event has
 * @param id {@code WsusEventId}: 381 and 382 begin one, 384 is its success, 386 its failure, 387
 *     its end by a person; a public client takes 385 for that
 * @param at by the server's clock
 * @param reason why, where the server tells; servers patched since <a
 *     href="https://support.microsoft.com/help/5070881">October 2025</a> tell no more
 */
public record SyncEvent(UUID instance, int id, Instant at, Optional<String> reason) {
  private static final int LONGEST_REASON = 300;
  private static final String WHO = "Administrator=";

  public static final int SUCCEEDED = 384;
  public static final int FAILED = 386;
  private static final int CANCELLED = 387;
  private static final int PERHAPS_CANCELLED = 385;

  /** All by which a synchronisation ends. */
  public static final List<Integer> ENDINGS =
      List.of(SUCCEEDED, FAILED, CANCELLED, PERHAPS_CANCELLED);

  /** Whether a person ended it. */
  public boolean isCancelled() {
    return id == CANCELLED || id == PERHAPS_CANCELLED;
  }

  /** When the last synchronisation of these that succeeded ended. */
  public static Optional<Instant> lastSuccess(Collection<SyncEvent> endings) {
    return endings.stream()
        .filter(event -> event.id == SUCCEEDED)
        .map(SyncEvent::at)
        .max(Comparator.naturalOrder());
  }

  /** From one row of the history. */
  public static SyncEvent of(XmlElement row) {
    Fields fields = new Fields(row);
    return new SyncEvent(
        fields.id("EventInstanceId"),
        fields.number("EventId"),
        fields.time("TimeAtServer"),
        reason(row));
  }

  /**
   * The first line of the first text that is not about who did it: what follows is where in the
   * server's program it happened.
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

  /** Texts come as {@code Key=value}, or as the value alone. */
  private static String withoutKey(String text) {
    int equals = text.indexOf('=');
    boolean hasKey = equals > 0 && text.chars().limit(equals).allMatch(Character::isLetterOrDigit);
    return hasKey ? text.substring(equals + 1) : text;
  }
}
