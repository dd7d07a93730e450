package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineDefaults;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.language.Language;
import dev.garrison.payload.judge.Judge;
import dev.garrison.session.Operator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual pages of the whole program. */
final class ManPagesIT {
  @TempDir private Path folder;

  private List<Path> written(CommandLineDefaults defaults) throws IOException {
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
            CommandLineProgram.of(console, "0.1.0", defaults, commands.all())
                .run("man-pages", folder.resolve("man1").toString()))
        .as(out.toString())
        .isZero();
    try (Stream<Path> files = Files.list(folder.resolve("man1"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void groffWarnsOfNoPage() throws IOException, InterruptedException {
    Judge.need("groff");
    List<String> command = new ArrayList<>(List.of("groff", "-man", "-Tutf8", "-ww", "-z"));
    written(CommandLineDefaults.none()).stream().map(Path::toString).forEach(command::add);
    assertThat(new Judge(folder).ask(command.toArray(String[]::new)))
        .isEqualTo(new Judge.Answer(0, ""));
  }

  @Test
  void theEnvironmentOfTheBuildIsOnNoPage() throws IOException {
    for (Path page :
        written(
            new CommandLineDefaults(
                Optional.of("/srv/mine"), Optional.of("/srv/mine"), false, Language.JAPANESE))) {
      assertThat(page).content().doesNotContain("/srv/mine");
    }
  }

  @Test
  void hiddenCommandsHaveNoPage() throws IOException {
    assertThat(written(CommandLineDefaults.none()))
        .extracting(page -> page.getFileName().toString())
        .contains("garrison.1", "garrison-package-inspect.1", "garrison-help.1")
        .doesNotContain("garrison-ring-names.1", "garrison-man-pages.1");
  }
}
