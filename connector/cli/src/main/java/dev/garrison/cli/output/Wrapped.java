package dev.garrison.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines between words. */
public final class Wrapped {
  /** The width of every screen. */
  public static final int WIDTH = 120;

  private Wrapped() {}

  /** The lines; a word that is longer than the width stays whole. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ", -1)) {
        if (line.length() > 0 && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.length() == 0 ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** The text with each line indented, the first one behind {@code head} of the same width. */
  public static String hanging(String head, String text) {
    String indent = " ".repeat(head.length());
    return head + String.join(System.lineSeparator() + indent, lines(text, WIDTH - head.length()));
  }
}
