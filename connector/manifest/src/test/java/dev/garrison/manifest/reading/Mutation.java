package dev.garrison.manifest.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A change to the example that sets every key, after which it must be refused. They stand in {@code
 * refused.txt}: {@code #} what it is, {@code -} the text that goes, {@code +} the text that comes,
 * {@code @} that the schema cannot know, {@code =} each problem as it must read. {@code \n} stands
 * for a line end and {@code \\} for a backslash.
 */
record Mutation(String title, String from, String into, boolean readerOnly, List<String> problems) {

  static List<Mutation> all() throws IOException {
    try (InputStream stream = Mutation.class.getResourceAsStream("refused.txt")) {
      byte[] bytes = Objects.requireNonNull(stream, "refused.txt").readAllBytes();
      List<Mutation> all = new ArrayList<>();
      for (String block : new String(bytes, StandardCharsets.UTF_8).split("\n\n", -1)) {
        all.add(parse(block));
      }
      return all;
    }
  }

  private static Mutation parse(String block) {
    String title = "";
    String from = "";
    String into = "";
    boolean readerOnly = false;
    List<String> problems = new ArrayList<>();
    for (String line : block.strip().split("\n", -1)) {
      String rest = line.length() > 2 ? line.substring(2) : "";
      switch (line.charAt(0)) {
        case '#' -> title = rest;
        case '-' -> from = plain(rest);
        case '+' -> into = plain(rest);
        case '@' -> readerOnly = true;
        case '=' -> problems.add(rest);
        default -> throw new IllegalArgumentException(line);
      }
    }
    return new Mutation(title, from, into, readerOnly, List.copyOf(problems));
  }

  private static String plain(String text) {
    return text.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\");
  }

  /** The changed text. */
  String appliedTo(String text) {
    if (!text.contains(from)) {
      throw new IllegalArgumentException("the example has no '" + from + "'");
    }
    return text.replace(from, into);
  }

  @Override
  public String toString() {
    return title;
  }
}
