package dev.garrison.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.option.RingNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a real shell offers with the script that is made for it. */
abstract class ShellCompletion {
  private final String shell;
  private final CompletionScript script;

  @TempDir Path folder;

  ShellCompletion(String shell, CompletionScript script) {
    this.shell = shell;
    this.script = script;
  }

  private enum Form {
    JSON,
    TABLE
  }

  @Command(
      name = "garrison",
      subcommands = {Planning.class, Halting.class, Secret.class, Versed.class})
  private static final class Program {}

  @Command(name = "plan")
  private static final class Planning {
    @Option(names = "--expires", description = "How long: it's a 'time'.")
    String unusedExpires = "";

    @Option(names = "--form")
    Form unusedForm = Form.JSON;

    @Option(names = "--out")
    String unusedOut = "";

    @Option(names = "--ring", completionCandidates = RingNames.class)
    String unusedRing = "";

    @Option(names = {"-f", "--manifest"})
    String unusedManifest = "";
  }

  @Command(name = "halt")
  private static final class Halting {
    @Parameters(completionCandidates = RingNames.class)
    String unusedRing = "";

    @Option(names = "--reason")
    String unusedReason = "";
  }

  @Command(name = "version")
  private static final class Versed {}

  @Command(name = "versed", hidden = true)
  private static final class Secret {}

  /** A program in the current folder that names two rings, and keeps what it was asked. */
  @BeforeEach
  void writeScriptAndProgram() throws IOException {
    Assumptions.assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(bin -> Files.isExecutable(Path.of(bin, shell))),
        "NOT TESTED: " + shell + " is not installed (./check --install brings it).");
    Files.writeString(folder.resolve("completion"), script.of(new CommandLine(new Program())));
    Path program =
        Files.writeString(
            folder.resolve("garrison"),
            "#!/bin/sh\nprintf '%s\\n' \"$*\" >asked\nprintf '%s\\n' pilot 'second ring'\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  /** What the shell offers for the last of these words. */
  abstract List<String> offered(String... words) throws IOException, InterruptedException;

  /** What the shell prints that runs these lines. */
  List<String> printed(String lines, String... options) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors");
    Path file = Files.writeString(folder.resolve("lines"), lines);
    List<String> command =
        Stream.of(Stream.of(shell), Stream.of(options), Stream.of(file.toString()))
            .flatMap(each -> each)
            .toList();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    assertThat(Files.readString(errors)).isEmpty();
    return answer.lines().filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void theBeginningOfACommandIsCompleted() throws IOException, InterruptedException {
    assertThat(offered("garrison", "ver")).containsExactly("version");
  }

  @Test
  void theBeginningOfAnOptionIsCompleted() throws IOException, InterruptedException {
    assertThat(offered("garrison", "plan", "--ex")).containsExactly("--expires");
  }

  @Test
  void theKnownValuesOfAnOptionAreOffered() throws IOException, InterruptedException {
    assertThat(offered("garrison", "plan", "--form", "")).containsExactly("JSON", "TABLE");
  }

  @Test
  void aValueAfterAnEqualsSignIsCompleted() throws IOException, InterruptedException {
    assertThat(offered("garrison", "plan", "--form=J")).containsExactly("JSON");
  }

  @Test
  void afterTheValueOfAnOptionTheOptionsAreOfferedAgain() throws IOException, InterruptedException {
    assertThat(offered("garrison", "plan", "--out", "halt", "--fo")).containsExactly("--form");
  }

  @Test
  void theRingsOfTheManifestAreOfferedForAWord() throws IOException, InterruptedException {
    assertThat(offered("./garrison", "halt", "")).contains("pilot", "second ring", "--reason");
    assertThat(folder.resolve("asked")).hasContent("ring-names");
  }

  @Test
  void theRingsOfTheManifestAreOfferedForAnOption() throws IOException, InterruptedException {
    assertThat(offered("./garrison", "plan", "--ring", "se")).containsExactly("second ring");
  }

  @Test
  void theRingsAreThoseOfTheManifestOnTheLine() throws IOException, InterruptedException {
    assertThat(offered("./garrison", "plan", "-f", "my.yaml", "--ring", "p"))
        .containsExactly("pilot");
    assertThat(folder.resolve("asked")).hasContent("ring-names --manifest my.yaml");
  }

  @Test
  void noRingIsAskedForWhereAnOptionBegins() throws IOException, InterruptedException {
    assertThat(offered("./garrison", "halt", "--re")).containsExactly("--reason");
    assertThat(folder.resolve("asked")).doesNotExist();
  }
}
