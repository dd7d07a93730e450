package dev.garrison.manifest.yaml;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Mistake in a text that is not YAML: its line, and the message for the user.
 *
 * <p>The parser reports tokens that it expected and found. For frequent mistakes the message names
 * what is wrong in the line instead; for the others it repeats the parser's words.
 *
 * @param line counted from 1
 */
record YamlMistake(int line, Message message) {
  private static final String NO_BLOCK_END = "expected <block end>, but found ";

  private static final String NO_DOCUMENT = "expected '<document start>', but found '<block ";

  /** Reads the parser's words about a text. */
  static YamlMistake of(String text, MarkedYamlEngineException failure) {
    return new Lines(text.lines().toList(), failure).mistake();
  }

  /** Lines of the text, with the places that the parser names. */
  private record Lines(
      List<String> lines, String context, String problem, int from, int at, int column) {

    Lines(List<String> lines, MarkedYamlEngineException failure) {
      this(
          lines,
          String.valueOf(failure.getContext()),
          failure.getProblem(),
          lineOf(failure.getContextMark().or(failure::getProblemMark)),
          lineOf(failure.getProblemMark().or(failure::getContextMark)),
          failure.getProblemMark().map(Mark::getColumn).orElse(0));
    }

    private static int lineOf(Optional<Mark> where) {
      return where.map(Mark::getLine).orElse(0) + 1;
    }

    YamlMistake mistake() {
      if (problem.contains("(TAB)")) {
        return known(at, before().isBlank() ? "manifest-yaml.tab" : "manifest-yaml.tab-inside");
      }
      if (context.contains("double-quoted scalar") && problem.contains("escape")) {
        return known(at, "manifest-yaml.backslash");
      }
      if (context.contains("quoted scalar")) {
        return known(from, "manifest-yaml.quote-open");
      }
      if (context.contains("parsing a flow")) {
        return known(from, "manifest-yaml.bracket-open");
      }
      if (problem.startsWith("could not find expected ':'")) {
        return known(from, "manifest-yaml.colon");
      }
      if (problem.startsWith("mapping values are not allowed")) {
        return secondColon();
      }
      if (problem.equals(NO_BLOCK_END + "'<scalar>'")) {
        return afterValue();
      }
      if (problem.startsWith(NO_BLOCK_END) || problem.startsWith(NO_DOCUMENT)) {
        return known(at, "manifest-yaml.indent");
      }
      if (problem.startsWith("sequence entries are not allowed")) {
        return known(at, "manifest-yaml.entry");
      }
      if (problem.contains("that cannot start any token")
          || problem.contains("undefined alias")
          || context.contains("scanning an alias")) {
        return known(at, "manifest-yaml.start");
      }
      return new YamlMistake(at, Message.of("manifest.not-yaml", "reason", Text.verbatim(problem)));
    }

    /** A colon where the parser is still within the value of an earlier one, or of a line above. */
    private YamlMistake secondColon() {
      String before = before();
      int colon = before.indexOf(": ");
      if (colon >= 0 && !before.substring(colon + 1).isBlank()) {
        return known(at, "manifest-yaml.second-colon");
      }
      int above = at - 1;
      while (above > 1 && isBlankOrComment(line(above))) {
        above--;
      }
      return line(above).contains(": ") || line(above).stripTrailing().endsWith(":")
          ? known(at, "manifest-yaml.indent")
          : known(Math.max(above, 1), "manifest-yaml.colon");
    }

    /** A text after a value in quotes; the quotes may have begun in a line above. */
    private YamlMistake afterValue() {
      String before = before();
      char quote = before.lastIndexOf('"') > before.lastIndexOf('\'') ? '"' : '\'';
      if (before.isBlank()) {
        return known(at, "manifest-yaml.indent");
      }
      int above = at - 1;
      while (isOdd(before, quote) && above > 0) {
        if (isOdd(line(above), quote)) {
          return known(above, "manifest-yaml.quote-open");
        }
        above--;
      }
      return known(at, "manifest-yaml.after-quote");
    }

    private static boolean isBlankOrComment(String line) {
      return line.isBlank() || line.stripLeading().startsWith("#");
    }

    private static boolean isOdd(String line, char quote) {
      return line.chars().filter(letter -> letter == quote).count() % 2 == 1;
    }

    private String before() {
      return line(at).substring(0, Math.min(column, line(at).length()));
    }

    private String line(int number) {
      return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    private static YamlMistake known(int line, String key) {
      return new YamlMistake(line, Message.of(key));
    }
  }
}
