package dev.garrison.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The site that the build of the program made. */
record BuiltSite(Path folder) {
  private static final Path FOLDER =
      Path.of(System.getProperty("repository.root"), "connector/cli/target/garrison/site");

  /** Skips the test, with a message, where there was no generator. */
  static BuiltSite require() {
    Assumptions.assumeTrue(
        Files.exists(FOLDER.resolve("index.html")),
        "NOT TESTED: the documentation site, because mkdocs was not installed for the build"
            + " (./check --install brings it).");
    return new BuiltSite(FOLDER);
  }

  /** A page with its path below the site. */
  record Page(Path path, String text) {
    /** What a pattern finds in it. */
    Stream<MatchResult> all(Pattern pattern) {
      return pattern.matcher(text).results();
    }
  }

  /** The files with an ending, as text. */
  List<Page> files(String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .map(file -> new Page(folder.relativize(file), text(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
