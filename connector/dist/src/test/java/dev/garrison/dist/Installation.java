package dev.garrison.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An unpacked distribution on a machine without Java: the path has one folder, with what the
 * launcher calls and what the stand-in site needs for Samba, and no variable is inherited.
 */
final class Installation {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "cksum",
          "dirname",
          "find",
          "id",
          "ls",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "tr");
  private static final List<String> TOOLS_FOR_SAMBA =
      List.of("smbd", "pdbedit", "chown", "setpriv", "env", "kill");
  private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin");
  private static final int MOST_SECONDS = 180;

  private static final Path PATH = Distribution.folder().resolve("path-without-java");

  private final Path program;
  private final Path work;

  /** What one run came to. */
  record Result(int exit, String out, String err) {}

  /**
   * @param program the unpacked folder
   * @param work an empty folder to run in
   */
  Installation(Path program, Path work) {
    this.program = program;
    this.work = work;
  }

  /** Makes the folder on the path anew. */
  static void findTools() throws IOException {
    Files.createDirectories(PATH);
    for (String tool : Stream.concat(TOOLS.stream(), TOOLS_FOR_SAMBA.stream()).toList()) {
      Files.deleteIfExists(PATH.resolve(tool));
      for (String folder : FOLDERS) {
        if (Files.exists(Path.of(folder, tool)) && !Files.exists(PATH.resolve(tool))) {
          Files.createSymbolicLink(PATH.resolve(tool), Path.of(folder, tool));
        }
      }
    }
  }

  static boolean hasSamba() {
    return Files.exists(PATH.resolve("smbd"));
  }

  Path launcher() {
    return program.resolve("garrison");
  }

  /** Runs the launcher with these variables besides PATH, and no others. */
  Result run(Map<String, String> variables, String... words)
      throws IOException, InterruptedException {
    return run(launcher(), variables, words);
  }

  /** Runs what starts the launcher. */
  Result run(Path command, Map<String, String> variables, String... words)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("/usr/bin/env", "-i", "PATH=" + PATH));
    variables.forEach((name, value) -> line.add(name + "=" + value));
    line.add(command.toString());
    line.addAll(List.of(words));
    Path out = work.resolve("out.txt");
    Path err = work.resolve("err.txt");
    Process process =
        new ProcessBuilder(line)
            .directory(work.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + MOST_SECONDS + " s: " + line);
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
