package dev.garrison.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lines of a shell with the functions of {@code ./check}, in a folder as its checkout. */
final class Shell {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("repository.root"), "config/launcher");
  private static final int MOST_SECONDS = 60;

  private final Path here;

  Shell(Path here) {
    this.here = here;
  }

  /** What the lines print, on standard output and standard error. */
  List<String> run(String lines) throws IOException, InterruptedException {
    Path script = Files.createTempFile("shell", ".sh");
    Path output = Files.createTempFile("shell", ".txt");
    Files.writeString(
        script,
        """
        set -eu
        here='%s'
        . '%s/java.sh'
        . '%s/reports.sh'
        . '%s/unchanged.sh'
        %s
        """
            .formatted(here, LAUNCHER, LAUNCHER, LAUNCHER, lines));
    Process process =
        new ProcessBuilder("sh", script.toString())
            .directory(here.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    List<String> printed = Files.readAllLines(output);
    Files.delete(script);
    Files.delete(output);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError(lines + " failed: " + printed);
    }
    return printed;
  }
}
