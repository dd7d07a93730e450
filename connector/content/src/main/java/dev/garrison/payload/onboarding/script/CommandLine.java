package dev.garrison.payload.onboarding.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Arguments of one line of a batch file, parsed in two steps as Windows does. First, cmd ends the
 * command at the first {@code & | < >} that no quotation mark protects, and doubles {@code %}; then
 * the program's C runtime splits the arguments.
 *
 * @see <a
 *     href="https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments">Parsing C
 *     command-line arguments</a>
 */
final class CommandLine {
  private static final String ENDS = "&|<>";

  private final String line;
  private final List<String> arguments = new ArrayList<>();
  private final StringBuilder argument = new StringBuilder();
  private boolean begun;

  /** State of cmd's protection: each quotation mark toggles it, escaped or not. */
  private boolean protectedByCmd;

  /** State of the C runtime's quotation: an escaped quotation mark is a character. */
  private boolean quoted;

  private CommandLine(String line) {
    this.line = line;
  }

  /**
   * The arguments, the program first. Empty when the line cannot be read with certainty: a
   * quotation that does not end, or a character inside one at which cmd would cut the command.
   */
  static Optional<List<String>> parse(String line) {
    return new CommandLine(line).read();
  }

  private Optional<List<String>> read() {
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '\\') {
        at = backslashes(at);
        continue;
      }
      if (c == '"') {
        quotation();
      } else if (!protectedByCmd && (ENDS.indexOf(c) >= 0 || c == '^')) {
        return quoted || c == '^' ? Optional.empty() : finished();
      } else if (!quoted && (c == ' ' || c == '\t')) {
        end();
      } else {
        begun = true;
        argument.append(c);
      }
      at++;
    }
    return quoted ? Optional.empty() : finished();
  }

  /**
   * Reads backslashes, which escape only before a quotation mark. Two are one; an odd one escapes
   * the mark.
   */
  private int backslashes(int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) == '\\') {
      at++;
    }
    int count = at - from;
    begun = true;
    if (at == line.length() || line.charAt(at) != '"') {
      argument.repeat('\\', count);
      return at;
    }
    argument.repeat('\\', count / 2);
    if (count % 2 == 0) {
      return at;
    }
    argument.append('"');
    protectedByCmd = !protectedByCmd;
    return at + 1;
  }

  private void quotation() {
    begun = true;
    quoted = !quoted;
    protectedByCmd = !protectedByCmd;
  }

  private void end() {
    if (begun) {
      arguments.add(argument.toString());
      argument.setLength(0);
      begun = false;
    }
  }

  private Optional<List<String>> finished() {
    end();
    return Optional.of(List.copyOf(arguments));
  }
}
