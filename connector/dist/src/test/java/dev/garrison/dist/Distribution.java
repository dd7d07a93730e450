package dev.garrison.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The files that the build made. */
final class Distribution {
  private static final Path FOLDER = Path.of(System.getProperty("distribution.folder"));
  private static final String NAME = System.getProperty("distribution.name");
  private static final String PLATFORM = System.getProperty("distribution.platform");

  private Distribution() {}

  static Path folder() {
    return FOLDER;
  }

  /** The one folder in each archive. */
  static String name() {
    return NAME;
  }

  static Path linux() {
    return FOLDER.resolve(NAME + "-" + PLATFORM + ".tar.gz");
  }

  static Path windows() {
    return FOLDER.resolve(NAME + "-windows.zip");
  }

  /** The list of digests; its name says where it is not signed. */
  static Path sums() {
    return FOLDER.resolve(System.getProperty("distribution.sums"));
  }

  /** Unpacks the archive for Linux and returns the folder that came out of it. */
  static Path unpack(Path into) throws IOException, InterruptedException {
    run("tar", "-xzf", linux().toString(), "-C", into.toString());
    return into.resolve(NAME);
  }

  /** Runs a program that has to succeed, and returns the lines that it printed. */
  static List<String> run(String... line) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    List<String> printed = process.inputReader().lines().toList();
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", line) + ": " + printed);
    }
    return printed;
  }
}
