package dev.garrison.manifest.reading;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.ManifestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The manifests that users are shown. */
final class Examples {
  static final Path ROOT = Path.of(System.getProperty("repository.root"));
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Path FOLDER = Path.of("/srv/garrison");

  private Examples() {}

  static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(ROOT.resolve("config/garrison.example.yaml"));
    try (Stream<Path> examples = Files.list(ROOT.resolve("config/examples"))) {
      examples.sorted().forEach(files::add);
    }
    return files;
  }

  static String text(String name) throws IOException {
    return Files.readString(ROOT.resolve("config/examples").resolve(name));
  }

  static ManifestResult read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static ManifestResult read(byte[] bytes) {
    return new ManifestReader().read("garrison.yaml", FOLDER, bytes, TODAY);
  }

  /** What is wrong with a text, each problem as one line; nothing when it can be read. */
  static List<String> problems(String text) {
    return problems(text.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> problems(byte[] bytes) {
    try {
      read(bytes);
      return List.of();
    } catch (RefusalException e) {
      return e.diagnostics().stream().map(Diagnostic::toString).toList();
    }
  }
}
