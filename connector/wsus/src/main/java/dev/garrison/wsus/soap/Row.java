package dev.garrison.wsus.soap;

import dev.garrison.language.Text;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Row whose cells are identified by their position. Its columns are those of an enumeration, in
 * that order; a newer server may add more at the end, which are not kept.
 *
 * @param <C> the columns
 */
public final class Row<C extends Enum<C>> {
  /** Keys of what a cell can hold. */
  private static final Map<Class<?>, String> KINDS =
      Map.of(
          String.class, "soap-kind.text",
          Long.class, "soap-kind.number",
          Boolean.class, "soap-kind.truth",
          UUID.class, "soap-kind.guid",
          Instant.class, "soap-kind.time");

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
      throw refused("soap-row.too-large", column, "value", String.valueOf(value));
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
    return optional(column, type).orElseThrow(() -> refused("soap-row.empty", column));
  }

  private <T> Optional<T> optional(C column, Class<T> type) {
    Object cell = cells[position(column)];
    if (cell == null || (type != String.class && CellValue.isEmpty(cell))) {
      return Optional.empty();
    }
    Optional<T> value = CellValue.as(type, cell);
    if (value.isEmpty()) {
      throw refused("soap-row.other-kind", column, "found", nameOf(cell), "expected", kind(type));
    }
    return value;
  }

  private static Text nameOf(Object cell) {
    return cell instanceof CellValue.Other(Text words) ? words : kind(cell.getClass());
  }

  private static Text kind(Class<?> type) {
    return Text.of(Objects.requireNonNull(KINDS.get(type)));
  }

  /** Position of a column; the wire format contains only the order of the columns. */
  @SuppressWarnings("EnumOrdinal")
  private static int position(Enum<?> column) {
    return column.ordinal();
  }

  private SoapFormatException refused(String key, C column, Object... places) {
    return new SoapFormatException(
        Text.of(
            key,
            Stream.concat(
                    Stream.of(
                        "number",
                        position(column),
                        "count",
                        cells.length,
                        "name",
                        column.name().toLowerCase(Locale.ROOT)),
                    Stream.of(places))
                .toArray()));
  }
}
