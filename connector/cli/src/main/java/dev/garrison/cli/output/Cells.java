package dev.garrison.cli.output;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import java.util.stream.Stream;

/**
 * Width of text on a terminal, in cells.
 *
 * <p>A wide or fullwidth character takes two cells and a combining mark none. An ambiguous one
 * takes one, as terminals do unless they are told otherwise.
 *
 * @see <a href="https://www.unicode.org/reports/tr11/">Unicode, East Asian Width</a>
 */
public final class Cells {
  /** Below it no character is wide or combining. */
  private static final int FIRST_COMBINING = 0x300;

  private static final String CUT = "...";

  private Cells() {}

  /** The number of cells that a line takes. */
  public static int of(String line) {
    return line.codePoints().map(Cells::of).sum();
  }

  /** The line, cut to a width in cells where it is longer; a wide character is never halved. */
  public static String cut(String line, int width) {
    if (of(line) <= width) {
      return line;
    }
    StringBuilder start = new StringBuilder();
    int used = CUT.length();
    for (int character : line.codePoints().toArray()) {
      used += of(character);
      if (used > width) {
        break;
      }
      start.appendCodePoint(character);
    }
    return start + CUT;
  }

  /** The width of the widest of these, in cells. */
  public static int widest(Stream<String> texts) {
    return texts.mapToInt(Cells::of).max().orElse(0);
  }

  private static int of(int character) {
    if (character < FIRST_COMBINING) {
      return 1;
    }
    return switch (UCharacter.getType(character)) {
      case UCharacter.NON_SPACING_MARK, UCharacter.ENCLOSING_MARK, UCharacter.FORMAT -> 0;
      default ->
          switch (UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH)) {
            case EastAsianWidth.WIDE, EastAsianWidth.FULLWIDTH -> 2;
            default -> 1;
          };
    };
  }
}
