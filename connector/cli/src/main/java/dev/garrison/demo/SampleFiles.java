package dev.garrison.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sample packages and templates that come with the simulated site. */
public final class SampleFiles {
  private SampleFiles() {}

  /** Copies a sample to a file that does not exist yet. */
  public static void copy(String name, Path file) throws IOException {
    try (InputStream stream = open(name)) {
      Files.copy(stream, file);
    }
  }

  /** Text of a template. */
  public static String text(String name) throws IOException {
    try (InputStream stream = open(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String name) {
    InputStream stream = SampleFiles.class.getResourceAsStream("/dev/garrison/demo/" + name);
    if (stream == null) {
      throw new IllegalStateException("the program was built without the sample " + name);
    }
    return stream;
  }
}
