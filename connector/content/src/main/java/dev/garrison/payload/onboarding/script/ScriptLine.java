package dev.garrison.payload.onboarding.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Commands and redirections of a batch line, as cmd parses it. Parsed in one pass from left to
 * right.
 *
 * @param commands in order, without redirections
 * @param files to which output goes or from which input comes
 * @param plain whether it is written in the few forms that the portal's scripts use; otherwise the
 *     other values have no meaning
 */
record ScriptLine(List<String> commands, List<String> files, boolean plain) {
  ScriptLine {
    commands = List.copyOf(commands);
    files = List.copyOf(files);
  }

  static ScriptLine read(String line) {
    return new Reader(line).read();
  }

  private static final class Reader {
    private final String line;
    private final List<String> commands = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final StringBuilder command = new StringBuilder();
    private boolean quoted;
    private boolean plain = true;
    private int at;

    Reader(String line) {
      this.line = line;
    }

    ScriptLine read() {
      while (at < line.length()) {
        char c = line.charAt(at++);
        if (c == '"') {
          quoted = !quoted;
        }
        if (quoted || "^&|<>".indexOf(c) < 0) {
          command.append(c);
          continue;
        }
        switch (c) {
          case '^' -> plain = false;
          case '<', '>' -> redirection();
          default -> end();
        }
      }
      end();
      return new ScriptLine(commands, files, plain);
    }

    private void end() {
      commands.add(command.toString().strip());
      command.setLength(0);
    }

    /** Reads the target after {@code <} or {@code >}; the number of a stream is before it. */
    private void redirection() {
      int last = command.length() - 1;
      if (last > 0 && Character.isDigit(command.charAt(last)) && command.charAt(last - 1) == ' ') {
        command.setLength(last);
      }
      while (at < line.length() && "> ".indexOf(line.charAt(at)) >= 0) {
        at++;
      }
      if (at < line.length() && line.charAt(at) == '&') {
        at++;
        plain &= at < line.length() && Character.isDigit(line.charAt(at++));
        return;
      }
      int from = at;
      while (at < line.length() && " \t&|<>".indexOf(line.charAt(at)) < 0) {
        at++;
      }
      files.add(line.substring(from, at).toLowerCase(Locale.ROOT));
    }
  }
}
