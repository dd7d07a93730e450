package dev.garrison.share;

import java.util.Arrays;

/**
 * Version number that a file contains.
 *
 * @param text as in the file, such as {@code 4.18.25070.5}
 */
public record FileVersion(String text) {
  private static final String NUMBERS = "\\d{1,9}(\\.\\d{1,9}){1,5}";

  /** Whether it consists of numbers and dots, so that versions can be compared. */
  public boolean isComparable() {
    return text.matches(NUMBERS);
  }

  /** Whether it is older than another version; false unless both are comparable. */
  public boolean olderThan(FileVersion other) {
    return isComparable() && other.isComparable() && Arrays.compare(numbers(), other.numbers()) < 0;
  }

  private int[] numbers() {
    return Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }

  @Override
  public String toString() {
    return text;
  }
}
