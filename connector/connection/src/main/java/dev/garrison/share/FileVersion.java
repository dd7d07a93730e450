package dev.garrison.share;

import java.util.Arrays;

/**
 * What a file says of its own version.
 *
 * @param text as the file has it, such as {@code 4.18.25070.5}
 */
public record FileVersion(String text) {
  private static final String NUMBERS = "\\d{1,9}(\\.\\d{1,9}){1,5}";

  /** Whether it consists of numbers and dots, so that it can be told which of two is older. */
  public boolean isComparable() {
    return text.matches(NUMBERS);
  }

  /** Whether it is older than another; others than comparable ones never are. */
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
