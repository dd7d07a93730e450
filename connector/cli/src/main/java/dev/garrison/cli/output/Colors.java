package dev.garrison.cli.output;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.diagnostic.Worded;
import dev.garrison.language.Text;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Colors of a screen. They repeat what the text says: the mark at the beginning of a line, and the
 * first word of a verdict.
 */
public final class Colors {
  private static final String GREEN = "\u001b[32m";
  private static final String YELLOW = "\u001b[33m";
  private static final String RED = "\u001b[31m";
  private static final String GRAY = "\u001b[90m";
  private static final String NONE = "\u001b[0m";
  private static final int MARK = 2;

  private final boolean wished;
  private final BooleanSupplier understood;
  private When when = When.AUTO;

  /** Cases in which a screen is colored. */
  public enum When implements Worded {
    /** On a terminal that understands colors, unless {@code NO_COLOR} is set. */
    AUTO,
    ALWAYS,
    NEVER;

    /** Words that the option accepts. */
    public static final class Words extends WordConverter<When> {
      public Words() {
        super(When.values());
      }
    }
  }

  /**
   * @param wished whether the automatic choice is colors
   * @param understood prepares the terminal, and tells whether it understands escape sequences
   */
  public Colors(boolean wished, BooleanSupplier understood) {
    this.wished = wished;
    this.understood = understood;
  }

  /** No colors unless they are asked for. */
  public static Colors none() {
    return new Colors(false, () -> true);
  }

  /** Overrides the automatic choice. */
  public void use(When choice) {
    when = choice;
  }

  /** Whether the terminal understands escape sequences, also without colors. */
  boolean areUnderstood() {
    return understood.getAsBoolean();
  }

  /** The text, colored if it is to be. */
  public String of(String text) {
    return isOn()
        ? text.lines().map(Colors::line).collect(Collectors.joining(System.lineSeparator()))
        : text;
  }

  private boolean isOn() {
    return switch (when) {
      case ALWAYS -> {
        // Asking a Windows console turns its escape sequences on; without them the colors stay.
        boolean _ = understood.getAsBoolean();
        yield true;
      }
      case NEVER -> false;
      case AUTO -> wished && understood.getAsBoolean();
    };
  }

  private static String line(String line) {
    String good = Text.of("apply.complete").shown();
    if (line.startsWith(good)) {
      return painted(line, 0, good.length(), GREEN);
    }
    String bad = Text.of("apply.failed").shown();
    if (line.startsWith(bad)) {
      return painted(line, 0, bad.length(), RED);
    }
    boolean marked =
        line.startsWith("  ") && line.length() > MARK + 1 && line.charAt(MARK + 1) == ' ';
    return marked ? marked(line) : line;
  }

  private static String marked(String line) {
    return switch (line.charAt(MARK)) {
      case '+' -> painted(line, MARK, MARK + 1, GREEN);
      case '~', '!' -> painted(line, MARK, MARK + 1, YELLOW);
      case '-', 'x', '#' -> painted(line, MARK, MARK + 1, RED);
      case '.', '?', '=' -> painted(line, MARK, MARK + 1, GRAY);
      default -> line;
    };
  }

  private static String painted(String line, int from, int to, String color) {
    return line.substring(0, from) + color + line.substring(from, to) + NONE + line.substring(to);
  }
}
