package dev.garrison.wsus.soap;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Row whose cells are identified by their position. Its columns are those of an enumeration, in
 * that order; a newer server may add more at the end, which are not kept.
 *
 * @param <C> the columns
 */
public final class Row<C extends Enum<C>> {
  private static final Map<Class<?>, String> KINDS =
      Map.of(
          String.class, "a text",
          Long.class, "a whole number",
          Boolean.class, "true or false",
          UUID.class, "a GUID",
          Instant.class, "a time");

  private final @Nullable Object[] cells;

  /**
   * @param cells as many as there are columns
   */
  Row(@Nullable Object[] cells) {
    this.cells = cells;
  }

  /** Checks for an empty cell. */
  public boolean isEmpty(C column) {
    return cells[position(column)] == null;
  }

  /** Checks for a cell with a GUID, or a text that is one. */
  public boolean isId(C column) {
    Object cell = cells[position(column)];
    return cell != null && CellValue.as(UUID.class, cell).isPresent();
  }

  /** Text, empty where there is none. */
  public String text(C column) {
    return optional(column, String.class).orElse("");
  }

  /**
   * Whole number.
   *
   * @throws SoapFormatException if there is none in this column; this applies to the other readers
   *     too
   */
  public int number(C column) {
    long value = cell(column, Long.class);
    if (value != (int) value) {
      throw new SoapFormatException(place(column) + " is " + value + ", more than an int");
    }
    return (int) value;
  }

  public boolean truth(C column) {
    return cell(column, Boolean.class);
  }

  public UUID id(C column) {
    return cell(column, UUID.class);
  }

  public Instant time(C column) {
    return cell(column, Instant.class);
  }

  /** GUID, where there is one. */
  public Optional<UUID> optionalId(C column) {
    return optional(column, UUID.class);
  }

  /** Time, where there is one. */
  public Optional<Instant> optionalTime(C column) {
    return optional(column, Instant.class);
  }

  private <T> T cell(C column, Class<T> type) {
    return optional(column, type)
        .orElseThrow(() -> new SoapFormatException(place(column) + " is empty"));
  }

  private <T> Optional<T> optional(C column, Class<T> type) {
    Object cell = cells[position(column)];
    if (cell == null || (type != String.class && CellValue.isEmpty(cell))) {
      return Optional.empty();
    }
    Optional<T> value = CellValue.as(type, cell);
    if (value.isEmpty()) {
      throw new SoapFormatException(
          "%s is %s, not %s".formatted(place(column), nameOf(cell), KINDS.get(type)));
    }
    return value;
  }

  private static String nameOf(Object cell) {
    return cell instanceof CellValue.Other(String words)
        ? words
        : String.valueOf(KINDS.get(cell.getClass()));
  }

  /** Position of a column; the wire format contains only the order of the columns. */
  @SuppressWarnings("EnumOrdinal")
  private static int position(Enum<?> column) {
    return column.ordinal();
  }

  private String place(C column) {
    return "column %d of %d, %s,"
        .formatted(position(column), cells.length, column.name().toLowerCase(Locale.ROOT));
  }
}
