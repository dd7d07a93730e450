package dev.garrison.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.server.DocumentSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocsCommandTest {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "The documentation is at (http://127\\.0\\.0\\.1:\\d+/)\\. Press Ctrl-C to stop\\.\n");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> pages = new ArrayList<>();

  private int run(Optional<DocumentSite> site, String... words) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    return new CommandLineProgram(
            console, "test", List.of(new DocsCommand(console, () -> site, this::read)))
        .run(words);
  }

  /** Opens the address that was printed, as a browser does. */
  private void read() {
    Matcher address = ADDRESS.matcher(out.toString());
    assertThat(address.matches()).as(out.toString()).isTrue();
    try (var page = URI.create(address.group(1)).toURL().openStream()) {
      pages.add(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Optional<DocumentSite> site() throws IOException {
    Files.writeString(folder.resolve("index.html"), "<h1>Garrison documentation</h1>");
    return DocumentSite.in(folder);
  }

  @Test
  void theAddressThatItPrintsShowsTheFirstPage() throws IOException {
    assertThat(run(site(), "docs")).isZero();
    assertThat(pages).containsExactly("<h1>Garrison documentation</h1>");
  }

  @Test
  void anInstallationWithoutTheSiteIsRefused() {
    assertThat(run(Optional.empty(), "docs")).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            "This installation has no documentation site, because mkdocs wasn't installed when it was built.",
            "GAR-1099",
            "Read the files in the folder docs, or install mkdocs-material and build Garrison again.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aPortThatIsNoneIsAMistakeOfTheCommandLine() throws IOException {
    assertThat(run(site(), "docs", "--port", "65536")).isEqualTo(64);
    assertThat(err.toString()).contains("--port must be a number from 0 to 65535.");
    assertThat(pages).isEmpty();
  }
}
