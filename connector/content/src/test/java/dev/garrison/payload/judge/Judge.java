package dev.garrison.payload.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of others, started by the tests. Where it is not installed, the test says so. */
public final class Judge {
  private final Path folder;

  /**
   * @param folder in which programs run and leave their output
   */
  public Judge(Path folder) {
    this.folder = folder;
  }

  /**
   * What a program said.
   *
   * @param exit its exit code
   * @param output what it wrote, both streams
   */
  public record Answer(int exit, String output) {}

  /** Skips the test, loudly, where one of the programs is missing. */
  public static void need(String... programs) {
    for (String program : programs) {
      boolean found =
          Stream.of("/usr/bin", "/usr/local/bin")
              .anyMatch(bin -> Files.isExecutable(Path.of(bin, program)));
      Assumptions.assumeTrue(
          found, "NOT TESTED: " + program + " is not installed (./check --install brings it).");
    }
  }

  /** Programs and libraries of others, beside the project; skips the test, loudly, without them. */
  public static Path tools() {
    Path folder = Path.of(System.getProperty("repository.root"), "../shared/tools").normalize();
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "NOT TESTED: there is no folder ../shared/tools.");
    return folder;
  }

  /** Runs a program to its end. */
  public Answer ask(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "answer", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    int exit = builder.start().waitFor();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    return new Answer(exit, text);
  }

  /** Runs a program that has to succeed, and returns what it wrote. */
  public String run(String... command) throws IOException, InterruptedException {
    Answer answer = ask(command);
    assertThat(answer.exit()).as("%s%n%s", List.of(command), answer.output()).isZero();
    return answer.output();
  }
}
