package dev.garrison.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rules of axe-core for WCAG 2.2 A and AA, and its best practices, run in the page. */
final class AxeRules {
  static final Path SOURCE =
      Path.of(
          System.getProperty("repository.root"),
          "connector/src/test/browser/node_modules/axe-core/axe.min.js");

  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      const settings = {
        preload: false,
        resultTypes: ['violations', 'incomplete'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      };
      window.axe.run(document, settings).then(
        (found) => done({ violations: found.violations, undecided: found.incomplete, passed: found.passes.length }),
        (error) => done({ failed: String(error) }));
      """;

  private final DriverSession session;
  private final String source;

  AxeRules(DriverSession session) {
    this.session = session;
    try {
      source = Files.readString(SOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What breaks a rule, and contrasts that the rules could not work out. */
  List<Violation> violations() {
    if (!session.script("return typeof window.axe === 'object'").asBoolean()) {
      session.script(source);
    }
    JsonNode found = session.answeringScript(RUN);
    if (found.has("failed") || found.path("passed").asInt() == 0) {
      throw new AssertionError("axe-core did not run: " + found);
    }
    List<Violation> all = new ArrayList<>(Violation.of(found.path("violations")));
    Violation.of(found.path("undecided")).stream()
        .filter(one -> one.rule().equals("color-contrast"))
        .forEach(all::add);
    return all;
  }
}
