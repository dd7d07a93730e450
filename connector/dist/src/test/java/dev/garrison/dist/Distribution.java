package dev.garrison.dist;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files that the build made. */
final class Distribution {
  private static final Path FOLDER = Path.of(System.getProperty("distribution.folder"));
  private static final String NAME = System.getProperty("distribution.name");
  private static final String PLATFORM = System.getProperty("distribution.platform");
  private static final String WINDOWS = System.getProperty("distribution.windows");

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
    return FOLDER.resolve(NAME + "-" + WINDOWS + ".zip");
  }

  /** The installer, which is made only of a zip with a Java. */
  static Path installer() {
    return FOLDER.resolve(NAME + "-" + WINDOWS + ".msi");
  }

  /** The zip for Windows. Where the build could not make one, the test is skipped, and says why. */
  static Path requireWindows() {
    assumeTrue(
        Files.exists(windows()),
        "NOT TESTED: the zip for Windows, because the build had no x86_64-w64-mingw32-gcc.");
    return windows();
  }

  /** Whether the zip for Windows brings a Java. */
  static boolean hasWindowsRuntime() {
    return !WINDOWS.endsWith("-without-java");
  }

  /** Unpacks the zip for Windows and returns the folder that came out of it. */
  static Path unpackWindows(Path into) throws IOException {
    try (ZipFile zip = new ZipFile(requireWindows().toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        Path place = into.resolve(entry.getName());
        Files.createDirectories(entry.isDirectory() ? place : place.getParent());
        if (!entry.isDirectory()) {
          try (InputStream bytes = zip.getInputStream(entry)) {
            Files.copy(bytes, place);
          }
        }
      }
    }
    return into.resolve(NAME);
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
