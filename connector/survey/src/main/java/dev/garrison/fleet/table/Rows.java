package dev.garrison.fleet.table;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Rows by ResourceID, stored column by column, each with a name. Rows are never removed. */
final class Rows {
  private static final int FIRST = 256;
  private static final int MOST = 1 << 28;

  private long[] ids = new long[FIRST];
  private int[] nameEnds = new int[FIRST];
  private byte[] names = new byte[FIRST * 8];

  /** Columns by key; a column without values takes no memory. */
  private final Map<Column, int[]> columns = new EnumMap<>(Column.class);

  /** Hash table of row numbers plus one, at positions derived from the ID; 0 is empty. */
  private int[] places = new int[FIRST * 2];

  private int size;

  int size() {
    return size;
  }

  long id(int row) {
    return ids[row];
  }

  /** Row of an ID, or -1. */
  int find(long id) {
    return places[place(id)] - 1;
  }

  /** Row of an ID; a new one with this name is added if there is none. */
  int add(long id, String name) {
    int place = place(id);
    if (places[place] != 0) {
      return places[place] - 1;
    }
    if (size == ids.length) {
      grow();
      place = place(id);
    }
    ids[size] = id;
    name(name);
    places[place] = ++size;
    return size - 1;
  }

  private int place(long id) {
    int mask = places.length - 1;
    long mixed = id * 0x9E37_79B9_7F4A_7C15L;
    int place = (int) (mixed >>> 32) & mask;
    while (places[place] != 0 && ids[places[place] - 1] != id) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    if (size >= MOST) {
      throw new IllegalStateException("more than " + MOST + " devices");
    }
    int larger = size * 2;
    ids = Arrays.copyOf(ids, larger);
    nameEnds = Arrays.copyOf(nameEnds, larger);
    places = new int[larger * 2];
    for (int row = 0; row < size; row++) {
      places[place(ids[row])] = row + 1;
    }
  }

  private void name(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    int start = start(size);
    if (start + text.length > names.length) {
      names = Arrays.copyOf(names, Math.max(names.length * 2, start + text.length));
    }
    System.arraycopy(text, 0, names, start, text.length);
    nameEnds[size] = start + text.length;
  }

  private int start(int row) {
    return row == 0 ? 0 : nameEnds[row - 1];
  }

  String name(int row) {
    int start = start(row);
    return new String(names, start, nameEnds[row] - start, StandardCharsets.UTF_8);
  }

  /** Compares names without regard to the case of the letters A to Z, then IDs. */
  int compareNames(int one, int other) {
    int length = Math.min(nameEnds[one] - start(one), nameEnds[other] - start(other));
    for (int index = 0; index < length; index++) {
      int difference = lower(names[start(one) + index]) - lower(names[start(other) + index]);
      if (difference != 0) {
        return difference;
      }
    }
    int longer = Integer.compare(nameEnds[one] - start(one), nameEnds[other] - start(other));
    return longer != 0 ? longer : Long.compare(ids[one], ids[other]);
  }

  /** Checks whether two names are the same without regard to case. */
  boolean isSameName(int one, int other) {
    return name(one).equalsIgnoreCase(name(other));
  }

  private static int lower(byte character) {
    int octet = character & 0xFF;
    return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
  }

  int get(Column column, int row) {
    int[] values = columns.get(column);
    return values == null || row >= values.length ? 0 : values[row];
  }

  void set(Column column, int row, int value) {
    int[] values = columns.get(column);
    if (values == null || row >= values.length) {
      values = values == null ? new int[ids.length] : Arrays.copyOf(values, ids.length);
      columns.put(column, values);
    }
    values[row] = value;
  }

  /** Converts a time to seconds, 0 for none. */
  static int seconds(Optional<Instant> time) {
    return (int) Math.clamp(time.map(Instant::getEpochSecond).orElse(0L), 0L, 0xFFFF_FFFFL);
  }

  Optional<Instant> time(Column column, int row) {
    long seconds = Integer.toUnsignedLong(get(column, row));
    return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
  }

  boolean is(RowFlags truth, int row) {
    return truth.in(get(Column.KNOWN, row));
  }

  void mark(RowFlags truth, int row, boolean holds) {
    int bits = get(Column.KNOWN, row);
    set(Column.KNOWN, row, holds ? bits | truth.bit() : bits & ~truth.bit());
  }
}
