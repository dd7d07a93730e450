package dev.garrison.diagnostic;

/**
 * A line in a file of the user.
 *
 * @param file the name as the user gave it
 * @param line counted from 1
 */
public record SourceLocation(String file, int line) {
  public SourceLocation {
    if (line < 1) {
      throw new IllegalArgumentException("a line number starts at 1, not " + line);
    }
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
