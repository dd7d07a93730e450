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

  private static final String ALL = "wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice";
  private static final String CONTRAST = "color-contrast";

  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      const settings = {
        preload: false,
        resultTypes: ['violations', 'incomplete'],
        runOnly: arguments[0].split(' '),
      };
      window.axe.run(document, settings).then(
        (found) => done({
          violations: found.violations,
          undecided: found.incomplete,
          applied: found.passes.length + found.violations.length + found.incomplete.length,
        }),
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

  /** What breaks a rule, and contrasts that could not be worked out, but for text in drawings. */
  List<Violation> violations() {
    return run(ALL);
  }

  /** The same of contrasts alone: all that another scheme of colours can break. */
  List<Violation> contrasts() {
    return run(CONTRAST);
  }

  private List<Violation> run(String tags) {
    if (!session.script("return typeof window.axe === 'object'").asBoolean()) {
      session.script(source);
    }
    JsonNode found = session.answeringScript(RUN, tags);
    if (found.has("failed") || found.path("applied").asInt() == 0) {
      throw new AssertionError("axe-core did not run: " + found);
    }
    List<Violation> all = new ArrayList<>(Violation.of(found.path("violations")));
    Violation.of(found.path("undecided")).stream()
        .filter(one -> one.rule().equals(CONTRAST) && !one.isDrawn())
        .forEach(all::add);
    return all;
  }
}
