package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.Fields;
import dev.garrison.xml.XmlElement;
import java.time.Instant;

/**
 * Something in the history of synchronisations.
 *
 * @param id {@code WsusEventId}: 381 and 382 begin one, 384 is its success, 386 its failure, 387
 *     its end by a person
 */
public record SyncEvent(int id, Instant at) {
  public static final int SUCCEEDED = 384;
  public static final int FAILED = 386;
  public static final int CANCELED = 387;

  /** From one row of the history. */
  public static SyncEvent of(XmlElement row) {
    Fields fields = new Fields(row);
    return new SyncEvent(fields.number("EventId"), fields.time("TimeAtServer"));
  }
}
