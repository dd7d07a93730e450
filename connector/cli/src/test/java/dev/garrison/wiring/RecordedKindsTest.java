package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That journals of earlier versions can be read is tested for every kind that there is. */
final class RecordedKindsTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final int TO_MODULES = 1;
  @TempDir private Path folder;

  /** Whether a module's tests have lines of a form of a kind. */
  private static boolean isRecorded(String form) {
    try (Stream<Path> files = Files.walk(ROOT.resolve("connector"), TO_MODULES)) {
      return files
          .map(module -> module.resolve("src/test/resources"))
          .filter(Files::isDirectory)
          .anyMatch(resources -> holds(resources, Path.of("recorded").resolve(form)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Path resources, Path name) {
    try (Stream<Path> files = Files.walk(resources)) {
      return files.anyMatch(file -> file.endsWith(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void ofEveryFormOfEveryKindThereAreLinesThatThisVersionIsTestedWith() {
    List<String> forms =
        EveryKind.in(folder).stream()
            .flatMap(kind ->
                IntStream.rangeClosed(1, kind.kind().form().number())
                    .mapToObj(number -> number + "/" + kind.kind().name() + ".json"))
            .toList();
    assertThat(forms).contains("1/content.json", "1/update-rule.json", "1/approval.json");
    assertThat(forms).filteredOn(form -> !isRecorded(form)).isEmpty();
  }
}
