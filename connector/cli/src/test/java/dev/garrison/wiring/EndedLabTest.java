package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineDefaults;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.session.Operator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands while GARRISON_LAB names a folder for which no simulated site runs. */
final class EndedLabTest {
  @TempDir private Path folder;

  private String run(String line) {
    StringWriter printed = new StringWriter();
    Console console = new Console(new PrintWriter(printed), new PrintWriter(printed), false);
    Commands commands =
        new Commands(
            console,
            Map.of("GARRISON_LAB", folder.resolve("lab").toString()),
            Clock.fixed(Instant.parse("2026-11-28T21:00:00Z"), ZoneOffset.UTC),
            _ -> {
              throw new AssertionError("nothing is waited for");
            },
            () -> new Operator("anna", "adm01", 1, "0.1.0"));
    CommandLineProgram.of(console, "0.1.0", CommandLineDefaults.none(), commands.all())
        .run(line.replace("FOLDER", folder.toString()).split(" ", -1));
    return printed.toString().replaceAll("\\s+", " ");
  }

  private void manifest() throws IOException {
    Files.copy(
        Path.of(System.getProperty("repository.root")).resolve("config/examples/minimal.yaml"),
        folder.resolve("garrison.yaml"));
    Files.writeString(folder.resolve("package.cmd"), "no package");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package inspect FOLDER/package.cmd",
        "package inspect FOLDER/package.cmd --manifest FOLDER/garrison.yaml",
        "scripts sign --keystore FOLDER/none.p12 --out FOLDER/scripts",
        "ring-names --manifest FOLDER/garrison.yaml",
        "share check --manifest FOLDER/garrison.yaml"
      })
  void aCommandThatTalksToNoSiteIgnoresTheVariable(String line) throws IOException {
    manifest();

    assertThat(run(line)).doesNotContain("GAR-1068", "no command", "no option", "no argument");
  }

  @Test
  void aCommandThatTalksToASiteSaysHowToLeaveTheLab() throws IOException {
    manifest();

    assertThat(run("plan --manifest FOLDER/garrison.yaml"))
        .isEqualTo(
            "error: No simulated site is running for the folder \"%1$s\". [GAR-1068] Fix: Run \"garrison lab --dir %1$s\" in another terminal. To leave the simulated site, unset GARRISON_LAB: run \"unset GARRISON_LAB\", or \"Remove-Item Env:GARRISON_LAB\" in PowerShell. "
                .formatted(folder.resolve("lab")));
  }
}
