package dev.garrison.lab.wsus.soap;

import dev.garrison.lab.wsus.contract.SimpleKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.UUID;

/**
 * A value of a row.
 *
 * @param text the text on the wire; empty and without meaning if the value is absent
 */
public record Cell(SimpleKind kind, boolean absent, String text) {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 3, true)
          .toFormatter();
  private static final double MILLIS_PER_TICK = 1000.0 / 300;
  private static final double NANOS_PER_TICK = 1_000_000 * MILLIS_PER_TICK;
  private static final Cell NIL = new Cell(SimpleKind.ANY, true, "");

  private static Cell of(SimpleKind kind, Object value) {
    return new Cell(kind, false, String.valueOf(value));
  }

  /** An absent value. */
  public static Cell nil() {
    return NIL;
  }

  /** A number of 32 bits. */
  public static Cell number(int value) {
    return of(SimpleKind.INT, value);
  }

  /** A number of 64 bits. */
  public static Cell large(long value) {
    return of(SimpleKind.LONG, value);
  }

  /** A number of 16 bits. */
  public static Cell small(int value) {
    return of(SimpleKind.SHORT, value);
  }

  /** A number of 8 bits. */
  public static Cell octet(int value) {
    return of(SimpleKind.UNSIGNED_BYTE, value);
  }

  /** A truth value. */
  public static Cell flag(boolean value) {
    return of(SimpleKind.BOOLEAN, value);
  }

  /** A text. */
  public static Cell text(String value) {
    return of(SimpleKind.STRING, value);
  }

  /** A text, or an absent value. */
  public static Cell text(Optional<String> value) {
    return value.map(Cell::text).orElse(NIL);
  }

  /** Bytes, written in base64. */
  public static Cell bytes(String base64) {
    return of(SimpleKind.BASE64, base64);
  }

  /** A GUID. */
  public static Cell guid(UUID value) {
    return of(SimpleKind.GUID, value);
  }

  /** A GUID, or an absent value. */
  public static Cell guid(Optional<UUID> value) {
    return value.map(Cell::guid).orElse(NIL);
  }

  /** A time in UTC without a time zone, as exact as the database stores it: to 1/300 s. */
  public static Cell time(Instant value) {
    long ticks = Math.round(value.getNano() / NANOS_PER_TICK);
    Instant kept =
        Instant.ofEpochSecond(value.getEpochSecond())
            .plusMillis(Math.round(ticks * MILLIS_PER_TICK));
    return of(SimpleKind.DATE_TIME, TIME.format(LocalDateTime.ofInstant(kept, ZoneOffset.UTC)));
  }

  /** The last point in time of .NET, which the database cannot store. */
  public static Cell endOfTime() {
    return of(SimpleKind.DATE_TIME, "9999-12-31T23:59:59.9999999");
  }

  /** The same value as a text. */
  public Cell asText() {
    return absent ? this : of(SimpleKind.STRING, text);
  }

  /** A time, or an absent value. */
  public static Cell time(Optional<Instant> value) {
    return value.map(Cell::time).orElse(NIL);
  }
}
