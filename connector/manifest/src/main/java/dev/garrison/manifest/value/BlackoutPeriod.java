package dev.garrison.manifest.value;

import java.time.LocalDate;

/** Days, first and last included, on which nothing may be opened and no deadline may fall. */
public record BlackoutPeriod(LocalDate first, LocalDate last) {
  public BlackoutPeriod {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "a blackout ends before it begins: " + first + ".." + last);
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + ".." + last;
  }
}
