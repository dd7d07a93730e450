package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineDefaults;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.session.Operator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference pages of the commands. {@code -Dgolden.update=true} writes them again. */
final class CommandReferenceTest {
  private static final Path BOOK =
      Path.of(System.getProperty("repository.root"), "docs/reference/commands");

  @TempDir private Path folder;

  private void write() {
    StringWriter out = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(out), false);
    Commands commands =
        new Commands(
            console,
            Map.of(),
            Clock.fixed(Instant.parse("2026-11-28T21:00:00Z"), ZoneOffset.UTC),
            _ -> {
              throw new AssertionError("nothing is waited for");
            },
            () -> new Operator("anna", "adm01", 1, "0.1.0"));
    assertThat(
            CommandLineProgram.of(console, "0.1.0", CommandLineDefaults.none(), commands.all())
                .run("man-pages", "--markdown", folder.toString()))
        .as(out.toString())
        .isZero();
  }

  private static Map<String, String> pages(Path folder) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> pages.put(String.valueOf(file.getFileName()), text(file)));
    }
    return pages;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void eachCommandHasThePageThatItsHelpSays() throws IOException {
    write();
    Map<String, String> made = pages(folder);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(BOOK);
      for (String old : pages(BOOK).keySet()) {
        Files.delete(BOOK.resolve(old));
      }
      for (Map.Entry<String, String> page : made.entrySet()) {
        Files.writeString(BOOK.resolve(page.getKey()), page.getValue());
      }
    }
    assertThat(made)
        .containsKeys("index.md", "plan.md", "rollout.md")
        .doesNotContainKey("man-pages.md");
    assertThat(pages(BOOK)).isEqualTo(made);
  }
}
