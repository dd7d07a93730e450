package dev.garrison.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes, and how the reader sees it.
 *
 * @param out the command's own output
 * @param err problems, questions and progress
 * @param terminal whether a person sits at both ends
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {
  /** The process's own streams, in UTF-8. {@code TERM=dumb} counts as no terminal. */
  public static Console ofProcess(Map<String, String> environment) {
    boolean terminal = System.console() != null && System.console().isTerminal();
    return new Console(
        new PrintWriter(System.out, false, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        terminal && !"dumb".equals(environment.get("TERM")));
  }
}
