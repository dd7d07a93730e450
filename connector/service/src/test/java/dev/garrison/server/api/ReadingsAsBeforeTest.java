package dev.garrison.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What routes answer of a history and of journals, as they did before. The journals are those that
 * an earlier version wrote.
 */
final class ReadingsAsBeforeTest extends RouteTrial {
  private static final Path JOURNALS =
      Path.of(
          System.getProperty("repository.root"),
          "connector/cli/src/test/resources/recorded/first/journal/PS1");
  private static final Map<String, String> PARTS =
      Map.of("job", "rollout", "run", "3", "name", "SRV01");

  @BeforeEach
  void putJournals() throws IOException {
    Path journals = Files.createDirectories(folder.resolve("state/journal/PS1"));
    try (Stream<Path> files = Files.list(JOURNALS)) {
      for (Path journal : files.toList()) {
        Files.copy(journal, journals.resolve(journal.getFileName()));
      }
    }
  }

  private static String readings(List<Route> routes) {
    return routes.stream()
        .filter(route -> route.method() == Route.Method.GET)
        .filter(route -> route.answer() != OpenApi.Document.class)
        .map(route -> route.path() + "\n" + answered(route, PARTS) + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void everyReadingOfAKnownHistoryHasTheBytesThatItEverHad() throws Exception {
    assertThat(ofRoutes(PrintedHistory::fill, ReadingsAsBeforeTest::readings))
        .isEqualTo(PrintedAnswers.file("readings.txt"));
  }
}
