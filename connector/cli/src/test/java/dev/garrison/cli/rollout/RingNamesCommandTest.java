package dev.garrison.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.ManifestCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class RingNamesCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Function<Path, List<String>> rings, String... words) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    return new CommandLineProgram(console, "0", List.of(new RingNamesCommand(console, rings)))
        .run(words);
  }

  @Test
  void eachRingOfTheManifestIsALine() {
    int exit =
        run(
            file -> List.of("pilot of " + file, "servers"),
            "ring-names",
            "--manifest",
            "mine.yaml");
    assertThat(exit).isEqualTo(ExitCode.OK);
    assertThat(out.toString().lines()).containsExactly("pilot of mine.yaml", "servers");
  }

  @Test
  void aManifestThatCannotBeReadDoesNotDisturbTheLineThatIsTyped() {
    int exit =
        run(
            file -> {
              throw new RefusalException(
                  Diagnostic.error(
                      ManifestCode.MANIFEST_UNREADABLE, "No " + file + ".", "Write it."));
            },
            "ring-names");
    assertThat(exit).isEqualTo(ExitCode.ERROR);
    assertThat(out.toString() + err).isEmpty();
  }

  @Test
  void helpDoesNotNameTheCommand() {
    run(_ -> List.of(), "--help");
    assertThat(out.toString()).contains("completion").doesNotContain("ring-names");
  }
}
